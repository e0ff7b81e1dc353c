import { describe, expect, it } from 'vitest';
import { pointsHref, schoolTab } from '@/components/school/addresses';
import { nextStep } from '@/components/school/head/next-step';
import { identityEvents } from '@/components/school/passport/identity-events';
import { otherIdentity, pastIdentities } from '@/components/school/past-identities';
import { CITY_HIDDEN, cityWords } from '@/components/school/results/city-words';
import type { PassportPeriod, PresentCard, SchoolHead } from '@/lib/portal/schools/views';

const NOW = new Date('2020-10-05T09:00:00Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const CARD: PresentCard = {
  cardId: 'card',
  schoolYear: '2020-2021',
  campaignStatus: 'OPEN',
  status: 'DRAFT',
  begun: true,
  answered: 12,
  applicable: 34,
  dueAt: new Date('2020-10-15T20:59:59Z'),
  openDisputes: 0,
};
const NOBODY: SchoolHead['may'] = {
  edit: false,
  results: true,
  compare: false,
  answer: false,
  review: false,
  decideDisputes: false,
  support: false,
};
const PRINCIPAL = { ...NOBODY, answer: true };
const CENTRE = { ...NOBODY, compare: true, review: true, decideDisputes: true };

describe('the next step of a card', () => {
  const step = (card: Partial<PresentCard>, may: SchoolHead['may']) =>
    nextStep({ card: { ...CARD, ...card }, closedOn: null, may }, NOW);

  it.each([
    ['DRAFT', 'Заполните карту', 'Школа заполняет карту'],
    ['RETURNED', 'Исправьте карту и отправьте снова', 'Школа исправляет карту'],
    ['SUBMITTED', 'МОЦ проверяет карту', 'Проверьте карту'],
    ['ACCEPTED', 'Карта принята', 'Карта принята'],
  ] as const)('of a card %s depends on who looks', (status, principal, centre) => {
    expect(step({ status }, PRINCIPAL).title).toBe(principal);
    expect(step({ status }, CENTRE).title).toBe(centre);
  });

  it('is marked only for the one whom it waits for', () => {
    expect([step({}, PRINCIPAL).own, step({}, CENTRE).own]).toEqual([true, false]);
    expect([step({ status: 'SUBMITTED' }, PRINCIPAL).own, step({ status: 'SUBMITTED' }, CENTRE).own]).toEqual([
      false,
      true,
    ]);
    expect(step({ status: 'SUBMITTED' }, NOBODY)).toMatchObject({ title: 'МОЦ проверяет карту', own: false });
  });

  it('tells how far the card is and how long there is time', () => {
    expect(plain(step({}, PRINCIPAL).note)).toBe(
      '2020–2021: отвечено 12 из 34, срок 15 октября 2020, осталось 10 дней.',
    );
    expect(step({ begun: false }, CENTRE).title).toBe('Школа не начала карту');
  });

  it('puts an open dispute before everything else', () => {
    expect(step({ status: 'ACCEPTED', openDisputes: 2 }, CENTRE)).toMatchObject({
      title: 'Решите возражение',
      own: true,
    });
    expect(step({ status: 'ACCEPTED', openDisputes: 2 }, PRINCIPAL)).toMatchObject({ own: false });
  });

  it('is none for a closed school, without a card, and after the campaign', () => {
    expect(nextStep({ card: null, closedOn: NOW, may: CENTRE }, NOW)).toMatchObject({
      title: 'Школа закрыта',
      href: null,
    });
    expect(nextStep({ card: null, closedOn: null, may: CENTRE }, NOW)).toMatchObject({
      title: 'Карты ещё нет',
      href: null,
    });
    expect(step({ campaignStatus: 'CLOSED' }, CENTRE)).toMatchObject({ title: 'Карта не принята', own: false });
  });
});

describe('what happened to the school itself', () => {
  const period = (validFrom: string, change: Partial<PassportPeriod> = {}): PassportPeriod => ({
    name: 'Средняя школа № 5',
    shortName: 'СШ № 5',
    kind: 'SCHOOL',
    municipalityName: 'город Смоленск',
    address: 'ул. Ленина, 1',
    gradeFrom: 1,
    gradeTo: 11,
    pupils: 500,
    validFrom: new Date(validFrom),
    validTo: null,
    reason: 'приказ № 1',
    ...change,
  });

  it('says what each passport changed, the newest first, and leaves out what changed nothing', () => {
    const events = identityEvents(
      [
        period('2019-09-01', { shortName: 'Лицей № 5', kind: 'LYCEUM', gradeTo: 9, municipalityName: 'Вяземский' }),
        period('2010-01-01'),
        period('2015-09-01'),
        period('2017-09-01', { pupils: 620 }),
      ],
      [{ name: 'СШ № 7', happenedOn: new Date('2018-09-01'), ground: 'постановление' }],
      [],
    );
    expect(events.map((event) => [event.on.getUTCFullYear(), plain(event.what), event.ground])).toEqual([
      [
        2019,
        'Новое имя: Лицей № 5, прежде СШ № 5; вид: лицей, прежде школа; 1–9 классы, прежде 1–11 классы; ' +
          'муниципалитет: Вяземский, прежде Город Смоленск; 500 обучающихся, прежде 620',
        'приказ № 1',
      ],
      [2018, 'Присоединена СШ № 7', 'постановление'],
      [2017, '620 обучающихся, прежде 500', 'приказ № 1'],
    ]);
  });

  it('names the identity of a year where it differs from today', () => {
    const today = { shortName: 'Лицей № 5', municipalityName: 'Вяземский' };
    const then = { name: 'СШ № 5', municipalityName: 'город Смоленск' };
    expect(otherIdentity(then, today)).toBe('СШ № 5, Город Смоленск');
    expect(otherIdentity({ name: 'Лицей № 5', municipalityName: 'Вяземский' }, today)).toBeNull();
    const years = ['2018-2019', '2019-2020', '2017-2018'].map((schoolYear) => ({
      schoolYear,
      identity: schoolYear === '2019-2020' ? { name: 'Лицей № 5', municipalityName: 'Вяземский' } : then,
    }));
    expect(pastIdentities(years, today)).toEqual([
      { years: '2017–2018 … 2018–2019', identity: 'СШ № 5, Город Смоленск' },
    ]);
  });
});

describe('a sum in words', () => {
  it('stands against the city with the figures that it rests on', () => {
    const city = { schools: 43, mean: 6.44, lowerQuartile: 3, median: 6, upperQuartile: 8.5 };
    expect(plain(cityWords(9, city))).toBe(
      'Больше, чем у трёх четвертей школ муниципалитета. Среднее 6,4, у средней половины школ от 3 до 8,5.',
    );
    expect(cityWords(9, undefined)).toBe(CITY_HIDDEN);
  });
});

describe('addresses of the page', () => {
  it('know their tabs and fall back to the first', () => {
    expect([schoolTab('points'), schoolTab(undefined), schoolTab('toString'), schoolTab('nothing')]).toEqual([
      'points',
      'results',
      'results',
      'results',
    ]);
    expect(pointsHref('id', '2020-2021', 'group-OGE')).toBe('/schools/id?tab=points&year=2020-2021#group-OGE');
  });
});
