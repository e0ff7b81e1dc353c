import { describe, expect, it } from 'vitest';
import { readProgramme } from '@/lib/domain/programme/content';
import { programmeDifference } from '@/lib/domain/programme/difference';
import { isMeasureLate, missingIn, runningContent } from '@/lib/domain/programme/progress';

const whole = readProgramme({
  passport: { responsible: 'Директор', periodFrom: '2020-09-01', periodTo: '2022-08-31' },
  analysis: { summary: 'Пробелы' },
  aims: [{ id: 'a-1', text: 'Выйти из списка', tasks: 'Восполнить' }],
  indicators: [
    {
      id: 'i-1',
      title: 'Сумма',
      source: 'NEGATIVE_SUM',
      baseline: 9,
      targets: [{ schoolYear: '2020-2021', value: 5 }],
    },
    { id: 'i-2', title: 'Обучено', baseline: 1, targets: [{ schoolYear: '2020-2021', value: 4 }] },
  ],
  measures: [{ id: 'm-1', title: 'План', responsible: 'Завуч', endsOn: '2021-03-01', criteria: ['A1'] }],
});

describe('a programme before it is submitted', () => {
  it('lacks nothing when every section is there', () => {
    expect(missingIn(whole)).toEqual([]);
  });

  it('names each section that is empty', () => {
    expect([...new Set(missingIn(readProgramme({})).map(({ path }) => path))]).toEqual([
      'passport',
      'analysis',
      'aims',
      'indicators',
      'measures',
    ]);
  });

  it('names a measure without a finding, criterion or recommendation', () => {
    const [measure] = whole.measures;
    if (!measure) throw new Error('no measure');
    const bare = { ...whole, measures: [{ ...measure, criteria: [] }] };
    expect(missingIn(bare)).toEqual([
      { path: 'measures', message: 'Меры: «План» без вывода, критерия или рекомендации.' },
    ]);
    const grounded = {
      ...whole,
      measures: [{ ...measure, criteria: [], findingIds: ['019b2f60-5d6e-7f80-91a2-b3c4d5e6f701'] }],
    };
    expect(missingIn(grounded)).toEqual([]);
  });

  it('names a period that ends before it begins', () => {
    const turned = { ...whole, passport: { ...whole.passport, periodTo: '2020-01-01' } };
    expect(missingIn(turned).map(({ message }) => message)).toEqual(['Паспорт: конец срока раньше начала.']);
  });
});

describe('an approved programme', () => {
  it('takes states and evidence of measures and the facts that the school writes, nothing else', () => {
    const wanted = readProgramme({
      ...whole,
      passport: { responsible: 'Другой' },
      indicators: whole.indicators.map((one) => ({
        ...one,
        title: 'Иначе',
        facts: [{ schoolYear: '2020-2021', value: 3 }],
      })),
      measures: [
        { ...whole.measures[0], title: 'Иначе', state: 'DONE', evidence: 'Протокол' },
        { id: 'm-2', title: 'Новая' },
      ],
    });
    const next = runningContent(whole, wanted);
    expect(next.passport).toEqual(whole.passport);
    expect(next.measures).toEqual([{ ...whole.measures[0], state: 'DONE', evidence: 'Протокол' }]);
    expect(next.indicators.map(({ title, facts }) => [title, facts.length])).toEqual([
      ['Сумма', 0],
      ['Обучено', 1],
    ]);
  });

  it('is late with a measure from the day after its day, unless it is done', () => {
    expect(isMeasureLate({ state: 'RUNNING', endsOn: '2021-03-01' }, '2021-03-01')).toBe(false);
    expect(isMeasureLate({ state: 'RUNNING', endsOn: '2021-03-01' }, '2021-03-02')).toBe(true);
    expect(isMeasureLate({ state: 'DONE', endsOn: '2021-03-01' }, '2021-03-02')).toBe(false);
    expect(isMeasureLate({ state: 'PLANNED', endsOn: '' }, '2021-03-02')).toBe(false);
  });
});

describe('two versions of a programme', () => {
  it('differ by section, line and field, in words', () => {
    const after = readProgramme({
      ...whole,
      passport: { ...whole.passport, responsible: 'Завуч' },
      measures: [
        { ...whole.measures[0], endsOn: '2021-04-01' },
        { id: 'm-2', title: 'Вторая' },
      ],
      aims: [],
    });
    expect(programmeDifference(whole, after)).toEqual([
      {
        key: 'passport',
        label: 'Паспорт',
        changes: [{ kind: 'CHANGED', what: 'ответственный', from: 'Директор', to: 'Завуч' }],
      },
      {
        key: 'aims',
        label: 'Цели и задачи',
        changes: [{ kind: 'REMOVED', what: 'Выйти из списка', from: 'Выйти из списка', to: '' }],
      },
      {
        key: 'measures',
        label: 'Дорожная карта',
        changes: [
          { kind: 'ADDED', what: 'Вторая', from: '', to: 'Вторая' },
          { kind: 'CHANGED', what: 'План: срок', from: '2021-03-01', to: '2021-04-01' },
        ],
      },
    ]);
    expect(programmeDifference(whole, whole)).toEqual([]);
  });
});
