/** What is missing in a described cycle: worked by hand, and as properties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleCompleteness, positionCompleteness, SHORTEST_TEXT } from '@/lib/domain/aims/completeness';
import { isPositionCode, LINK_KINDS, POSITION_CODES, POSITIONS, positionNumber } from '@/lib/domain/aims/positions';

const LONG = 'Выявлять школы с низкими результатами и поддерживать их адресно.';
const ENOUGH = { withTarget: 3, withTargetAndFact: 3 };

describe('positionCompleteness', () => {
  it('says of an untouched position that it is empty and what it needs', () => {
    expect(positionCompleteness({ code: 'decisions', text: '  ', links: [] }, ENOUGH)).toEqual({
      code: 'decisions',
      state: 'EMPTY',
      missing: ['Нет текста.', 'Ничем не подтверждено: добавьте «Управленческие решения» или «Документы библиотеки».'],
    });
  });

  it('is complete with a text and one of the things that prove it', () => {
    const measures = positionCompleteness({ code: 'measures', text: LONG, links: ['event'] }, ENOUGH);
    expect(measures).toEqual({ code: 'measures', state: 'COMPLETE', missing: [] });
  });

  it('takes no foreign proof: a campaign proves no decision', () => {
    expect(positionCompleteness({ code: 'decisions', text: LONG, links: ['campaign'] }, ENOUGH)).toMatchObject({
      state: 'PARTIAL',
      missing: ['Ничем не подтверждено: добавьте «Управленческие решения» или «Документы библиотеки».'],
    });
  });

  it('asks for more than a name: 39 letters are too few, 40 are enough', () => {
    const ofLength = (letters: number) =>
      positionCompleteness({ code: 'aims', text: 'я'.repeat(letters), links: ['document'] }, ENOUGH);
    expect(ofLength(39)).toMatchObject({ state: 'PARTIAL', missing: ['Текст короче 40 знаков.'] });
    expect(ofLength(40).state).toBe('COMPLETE');
  });

  it('wants three targets in the position of indicators, and their facts in that of monitoring', () => {
    const two = { withTarget: 2, withTargetAndFact: 1 };
    expect(positionCompleteness({ code: 'indicators', text: LONG, links: [] }, two).missing).toEqual([
      'План задан у 2 показателей, нужно не меньше 3.',
    ]);
    expect(positionCompleteness({ code: 'monitoring', text: LONG, links: ['campaign'] }, two).missing).toEqual([
      'Нет факта у показателей с планом: 1.',
    ]);
  });
});

describe('cycleCompleteness', () => {
  it('has the programme and nine positions in the order of the assessment', () => {
    expect(POSITION_CODES.map(positionNumber)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(POSITION_CODES.map((code) => POSITIONS[code].title).slice(1)).toEqual([
      'Цели',
      'Показатели',
      'Методы сбора и обработки информации',
      'Мониторинг показателей',
      'Анализ результатов мониторинга',
      'Адресные рекомендации по результатам анализа',
      'Меры, мероприятия',
      'Управленческие решения',
      'Анализ эффективности принятых мер',
    ]);
    expect(isPositionCode('aims')).toBe(true);
    expect(isPositionCode('toString')).toBe(false);
  });

  const filling = fc.record({
    code: fc.constantFrom(...POSITION_CODES),
    text: fc.oneof(fc.constant(''), fc.string({ maxLength: 2 * SHORTEST_TEXT })),
    links: fc.uniqueArray(fc.constantFrom(...LINK_KINDS)),
  });
  const indicators = fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([a, b]) => ({ withTarget: Math.max(a, b), withTargetAndFact: Math.min(a, b) }));

  it('is complete exactly where nothing is missing, and empty only where nothing stands', () => {
    fc.assert(
      fc.property(fc.uniqueArray(filling, { selector: ({ code }) => code }), indicators, (fillings, numbers) => {
        const { positions, complete, of } = cycleCompleteness(fillings, numbers);
        expect(positions.map(({ code }) => code)).toEqual(POSITION_CODES);
        expect(of).toBe(10);
        expect(complete).toBe(positions.filter(({ missing }) => missing.length === 0).length);
        for (const { code, state, missing } of positions) {
          expect(state === 'COMPLETE').toBe(missing.length === 0);
          const given = fillings.find((one) => one.code === code);
          if (state === 'EMPTY') expect([given?.text.trim() ?? '', given?.links ?? []]).toEqual(['', []]);
        }
      }),
    );
  });

  it('never loses a complete position by another link', () => {
    fc.assert(
      fc.property(filling, indicators, fc.constantFrom(...LINK_KINDS), (one, numbers, kind) => {
        const before = positionCompleteness(one, numbers);
        const after = positionCompleteness({ ...one, links: [...one.links, kind] }, numbers);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
      }),
    );
  });
});
