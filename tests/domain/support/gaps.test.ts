import { describe, expect, it } from 'vitest';
import { formatDate } from '@/lib/domain/russian';
import { CASE_STEPS, isStepLate, nextStep } from '@/lib/domain/support/case';
import { gapsOf, type SupportState } from '@/lib/domain/support/gaps';
import { groundless, type ThreadInput, threadsOf } from '@/lib/domain/support/thread';
import { inOrderOfTime } from '@/lib/domain/support/timeline';

const whole: SupportState = {
  schoolName: '№ 9',
  since: '2019-11-25',
  hasCase: true,
  curators: ['Методист'],
  examination: { finished: true, endsOn: '2020-01-31' },
  findings: 3,
  criteria: ['A1', 'A2'],
  recommendations: [{ criteria: ['A1', 'A2'], status: 'DONE', dueOn: '2020-03-01', whose: 'школа' }],
  programme: { status: 'RUNNING', changedOn: '2020-01-31' },
  measures: [{ title: 'План', grounded: true, endsOn: '2020-03-01', done: true }],
  stages: [{ title: 'Документы', dueOn: '2020-03-01', reported: true, assessed: true }],
  partners: 1,
  reviewedOn: '2020-05-20',
  openConcerns: 0,
};
const texts = (more: Partial<SupportState>, today = '2020-06-01') =>
  gapsOf({ ...whole, ...more }, today).map(({ text }) => text);

describe('the finder of gaps', () => {
  it('finds nothing where everything was done', () => {
    expect(texts({})).toEqual([]);
  });

  it.each<[Partial<SupportState>, string]>([
    [{ recommendations: [] }, 'У школы № 9 нет адресных рекомендаций.'],
    [{ curators: [] }, 'У школы № 9 нет куратора.'],
    [{ examination: null }, 'У школы № 9 не запланировано обследование.'],
    [{ examination: { finished: false, endsOn: '2020-01-31' } }, 'У школы № 9 обследование не завершено в срок.'],
    [{ findings: 0 }, 'У школы № 9 обследование без выводов.'],
    [{ criteria: ['A1', 'A2', 'B7'] }, 'У школы № 9 нет рекомендаций по критериям B7.'],
    [{ programme: null, measures: [], stages: [] }, 'У школы № 9 нет программы перехода.'],
    [
      { programme: { status: 'RETURNED', changedOn: '2020-02-01' } },
      'У школы № 9 программа возвращена и не исправлена.',
    ],
    [
      { measures: [{ title: 'План', grounded: false, endsOn: '', done: false }] },
      'У школы № 9 мера «План» без вывода и критерия.',
    ],
    [
      { measures: [{ title: 'План', grounded: true, endsOn: '2020-03-01', done: false }] },
      'У школы № 9 просрочена мера «План».',
    ],
    [
      { stages: [{ title: 'Документы', dueOn: '2020-03-01', reported: false, assessed: false }] },
      'У школы № 9 нет отчёта этапа «Документы».',
    ],
    [
      { stages: [{ title: 'Документы', dueOn: '2020-03-01', reported: true, assessed: false }] },
      'У школы № 9 МОЦ не оценил этап «Документы».',
    ],
    [{ partners: 0 }, 'У школы № 9 нет согласованного партнёра.'],
    [{ openConcerns: 1 }, 'У школы № 9 есть неснятая тревога.'],
    [{ reviewedOn: '2020-02-01' }, 'У школы № 9 ход поддержки не рассматривался больше 90 дней.'],
  ])('%o', (more, text) => {
    expect(texts(more)).toEqual([text]);
  });

  it('says who is to act and since when, and nothing before its day has come', () => {
    const late = {
      recommendations: [{ criteria: ['A1', 'A2'], status: 'ISSUED' as const, dueOn: '2020-03-16', whose: 'школа' }],
    };
    expect(gapsOf({ ...whole, ...late }, '2020-06-01')).toEqual([
      {
        code: 'late-recommendation',
        text: `У школы № 9 рекомендация осталась без ответа (срок ${formatDate(new Date('2020-03-16'))}).`,
        who: 'школа',
        since: '2020-03-17',
      },
    ]);
    expect(gapsOf({ ...whole, ...late }, '2020-03-16')).toEqual([]);
    expect(gapsOf({ ...whole, programme: null, measures: [], stages: [], partners: 0 }, '2019-12-01')).toEqual([]);
  });
});

describe('the thread from point to effect', () => {
  const input: ThreadInput = {
    criteria: [
      { code: 'A1', text: 'Первый', points: 1 },
      { code: 'A2', text: 'Второй', points: 1 },
      { code: 'A3', text: 'Третий', points: 0 },
    ],
    findings: [{ id: 'f', text: 'Вывод', criteria: ['A1'], causes: ['C01'] }],
    recommendations: [{ id: 'r', text: 'Рекомендация', findingId: 'f', criteria: [], status: 'Выполнена' }],
    measures: [
      {
        id: 'm',
        title: 'Мера',
        state: 'Выполнено',
        criteria: [],
        findingIds: [],
        recommendationIds: ['r'],
        partnership: 'Пара',
      },
      {
        id: 'x',
        title: 'Без основания',
        state: 'Идёт',
        criteria: [],
        findingIds: [],
        recommendationIds: [],
        partnership: null,
      },
    ],
    next: { A1: 0 },
  };

  it('runs through finding, recommendation and measure to the next card', () => {
    expect(threadsOf(input)[0]).toEqual({
      ...{ code: 'A1', text: 'Первый', points: 1, causes: ['C01'], after: 0, breaks: [] },
      findings: [{ id: 'f', text: 'Вывод' }],
      recommendations: [{ id: 'r', text: 'Рекомендация', status: 'Выполнена' }],
      measures: [{ id: 'm', title: 'Мера', state: 'Выполнено', partnership: 'Пара' }],
    });
  });

  it('says where it breaks, and which measures rest on nothing', () => {
    expect(threadsOf(input)[1]?.breaks).toEqual([
      'нет вывода обследования',
      'нет рекомендации',
      'нет меры в программе',
    ]);
    expect(threadsOf(input)).toHaveLength(2);
    expect(groundless(input.measures)).toEqual([{ id: 'x', title: 'Без основания' }]);
    expect(threadsOf({ ...input, next: null })[0]?.after).toBeNull();
  });
});

describe('the steps of a case', () => {
  const steps = CASE_STEPS.map(({ code }) => ({
    code,
    state: 'TODO' as 'TODO' | 'DONE' | 'NOT_NEEDED',
    dueOn: '2020-01-31',
  }));

  it('are taken in their order, leaving out what is done or needless', () => {
    expect(nextStep(steps)?.code).toBe('NOTIFIED');
    const some = steps.map((step, at) => ({
      ...step,
      state: at === 0 ? ('DONE' as const) : at === 1 ? ('NOT_NEEDED' as const) : step.state,
    }));
    expect(nextStep([...some].reverse())?.code).toBe('EXAMINED');
    expect(nextStep(steps.map((step) => ({ ...step, state: 'DONE' as const })))).toBeNull();
  });

  it('are late from the day after', () => {
    const step = { code: 'PARTNER' as const, state: 'DOING' as const, dueOn: '2020-01-31' };
    expect(isStepLate(step, '2020-01-31')).toBe(false);
    expect(isStepLate(step, '2020-02-01')).toBe(true);
  });
});

describe('the time line', () => {
  it('stands in the order of time, on one day in the order of the lanes', () => {
    const facts = [
      { on: '2020-02-01', lane: 'DONE' as const, title: 'в' },
      { on: '2020-01-01', lane: 'CHANGED' as const, title: 'б' },
      { on: '2020-02-01', lane: 'FOUND' as const, title: 'а' },
    ];
    expect(inOrderOfTime(facts).map(({ title }) => title)).toEqual(['б', 'а', 'в']);
  });
});
