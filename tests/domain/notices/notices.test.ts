import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestDigest, usualChannel } from '@/lib/domain/notices/channels';
import { kindOfNotice, NOTICE_KINDS } from '@/lib/domain/notices/kind';
import { digestLineOf, digestOf, letterOf } from '@/lib/domain/notices/letter';
import { reminderBefore } from '@/lib/domain/notices/reminders';
import { dayAfter } from '@/lib/domain/support/days';

const ADDRESS = 'https://moc.example.ru';

describe('what a notice is about', () => {
  it.each([
    ['/calendar/1', 'EVENT'],
    ['/calendar?month=2020-01', 'EVENT'],
    ['/library/1', 'LIBRARY'],
    ['/support/programmes/1', 'PROGRAMME'],
    ['/support/recommendations/1', 'RECOMMENDATION'],
    ['/support/partners/1', 'SUPPORT'],
    ['/schools/1', 'SUPPORT'],
    ['/monitoring/cards/1', 'CARD'],
    ['/analysis/objectivity/schools/1/cell?year=2019-2020', 'CARD'],
    ['', 'CARD'],
    ['/supporters', 'CARD'],
  ])('%s: %s', (href, kind) => {
    expect(kindOfNotice(href)).toBe(kind);
  });
});

describe('a letter', () => {
  it('about results says that there is news and where, and nothing of the notice itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CARD', 'SUPPORT', 'PROGRAMME', 'RECOMMENDATION', 'LIBRARY'),
        fc.stringMatching(/^[А-Я]{12,20}$/),
        fc.stringMatching(/^[А-Я]{12,20}$/),
        (kind, title, text) => {
          const notice = { kind, title, text, href: '/support/1' } as const;
          const letter = letterOf(notice, ADDRESS);
          const digest = digestOf([{ kind, text: digestLineOf(notice), href: '/support/1' }], ADDRESS);
          for (const words of [letter.subject, letter.text, digest.subject, digest.text]) {
            expect(words).not.toContain(title);
            expect(words).not.toContain(text);
          }
          expect(letter.text).toContain(`${ADDRESS}/support/1`);
          expect(digest.text).toContain(`${ADDRESS}/support/1`);
        },
      ),
    );
  });

  it('about an event is told in full', () => {
    const letter = letterOf(
      { kind: 'EVENT', title: 'Мероприятие отменено', text: '«Семинар», 5 мая.', href: '/calendar/1' },
      ADDRESS,
    );
    expect(letter.subject).toBe('Мероприятие отменено');
    expect(letter.text.split('\n')[0]).toBe('«Семинар», 5 мая.');
  });

  it('of a day counts the news and groups it', () => {
    const { subject, text } = digestOf(
      [
        { kind: 'EVENT', text: 'Вас приглашают', href: '/calendar/1' },
        { kind: 'CARD', text: 'новое сообщение', href: '' },
      ],
      ADDRESS,
    );
    expect(subject.replace('\u00a0', ' ')).toBe('Портал МОЦ: 2 новых сообщения за день');
    expect(text.indexOf(NOTICE_KINDS.CARD.label)).toBeLessThan(text.indexOf(NOTICE_KINDS.EVENT.label));
    expect(text).toContain(`${ADDRESS}/notices`);
  });
});

describe('ways', () => {
  it('are a letter at once for principals, one a day for the others', () => {
    expect(usualChannel('PRINCIPAL', 'CARD')).toBe('LETTER');
    expect(usualChannel('PRINCIPAL', 'LIBRARY')).toBe('DIGEST');
    for (const role of ['ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF'] as const)
      expect(usualChannel(role, 'EVENT')).toBe('DIGEST');
  });

  it('daily letters are written at 8:00 in Moscow', () => {
    expect(latestDigest(new Date('2026-03-02T05:00:00Z'))).toEqual(new Date('2026-03-02T05:00:00Z'));
    expect(latestDigest(new Date('2026-03-02T04:59:59Z'))).toEqual(new Date('2026-03-01T05:00:00Z'));
    // half past midnight in Moscow is still the evening before in UTC
    expect(latestDigest(new Date('2026-03-01T21:30:00Z'))).toEqual(new Date('2026-03-01T05:00:00Z'));
  });
});

describe('reminders', () => {
  it.each([
    ['2026-03-10', '2026-03-06', null],
    ['2026-03-10', '2026-03-07', 3],
    ['2026-03-10', '2026-03-08', 3],
    ['2026-03-10', '2026-03-09', 1],
    ['2026-03-10', '2026-03-10', 1],
    ['2026-03-10', '2026-03-11', null],
  ])('of what is due on %s, on %s: %s', (due, today, before) => {
    expect(reminderBefore(due, today)).toBe(before);
  });

  it('come in at most two kinds over all days, the nearer one later', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (from) => {
        const due = '2026-03-10';
        const days = Array.from({ length: 10 }, (_, at) => reminderBefore(due, dayAfter(due, at - 6)));
        expect(days.filter((one) => one !== null)).toEqual([3, 3, 1, 1]);
        expect(reminderBefore(dayAfter(due, from), dayAfter(due, from))).toBe(1);
      }),
    );
  });
});
