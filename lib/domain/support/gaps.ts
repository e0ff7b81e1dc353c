/** What is missing in the support of a school, in words: who is to act and since when. */
import { formatDate } from '../russian';
import { dayAfter, isLateOn } from './days';

export interface SupportState {
  /** «у школы № 9» begins each sentence: the school's short name */
  schoolName: string;
  /** the school came onto the list, YYYY-MM-DD */
  since: string;
  hasCase: boolean;
  curators: readonly string[];
  examination: { finished: boolean; endsOn: string } | null;
  findings: number;
  /** codes of criteria that gave points */
  criteria: readonly string[];
  recommendations: readonly {
    criteria: readonly string[];
    status: 'DRAFT' | 'ISSUED' | 'ANSWERED' | 'DONE' | 'NOT_DONE' | 'CANCELLED';
    dueOn: string;
    /** whose turn it is */
    whose: string;
  }[];
  programme: {
    status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'RUNNING' | 'FINISHED';
    changedOn: string;
  } | null;
  measures: readonly { title: string; grounded: boolean; endsOn: string; done: boolean }[];
  stages: readonly { title: string; dueOn: string; reported: boolean; assessed: boolean }[];
  partners: number;
  /** the newest progress review, YYYY-MM-DD */
  reviewedOn: string | null;
  openConcerns: number;
}

export interface Gap {
  /** a word for filters, stable */
  code: string;
  text: string;
  who: string;
  /** since when, YYYY-MM-DD */
  since: string;
}

/** A case without a review for so many days is a gap; our own proposal. */
export const REVIEW_EVERY_DAYS = 90;
/** From being listed to the first examination, programme, partner; our own proposal. */
const DAYS = { curator: 14, examination: 60, programme: 90, partner: 90 };

const CENTRE = 'МОЦ';
const SCHOOL = 'школа';

/** Gaps of a school as of a day, the oldest first. */
export function gapsOf(state: SupportState, today: string): Gap[] {
  const at = `У школы ${state.schoolName}`;
  const overdueSince = (days: number) => dayAfter(state.since, days);
  const gaps: Gap[] = [];
  const add = (code: string, text: string, who: string, since: string) => {
    if (since <= today) gaps.push({ code, text, who, since });
  };
  const live = state.recommendations.filter(({ status }) => status !== 'CANCELLED');
  const issued = live.filter(({ status }) => status !== 'DRAFT');

  if (!state.hasCase) add('case', `${at} не открыто сопровождение.`, CENTRE, state.since);
  if (state.curators.length === 0) add('curator', `${at} нет куратора.`, CENTRE, overdueSince(DAYS.curator));
  if (!state.examination)
    add('examination', `${at} не запланировано обследование.`, CENTRE, overdueSince(DAYS.examination));
  else if (!state.examination.finished && isLateOn(state.examination.endsOn, today)) {
    add('examination', `${at} обследование не завершено в срок.`, CENTRE, dayAfter(state.examination.endsOn, 1));
  }
  if (state.examination?.finished && state.findings === 0) {
    add('findings', `${at} обследование без выводов.`, CENTRE, state.examination.endsOn);
  }
  if (issued.length === 0) {
    const since = state.examination ? state.examination.endsOn : overdueSince(DAYS.examination);
    add('recommendations', `${at} нет адресных рекомендаций.`, CENTRE, since);
  } else {
    const covered = new Set(issued.flatMap(({ criteria }) => criteria));
    const bare = state.criteria.filter((code) => !covered.has(code));
    if (bare.length > 0)
      add(
        'criteria',
        `${at} нет рекомендаций по критериям ${bare.join(', ')}.`,
        CENTRE,
        overdueSince(DAYS.examination),
      );
  }
  for (const { status, dueOn, whose } of issued) {
    if ((status === 'ISSUED' || status === 'ANSWERED') && isLateOn(dueOn, today)) {
      const what = status === 'ISSUED' ? 'рекомендация осталась без ответа' : 'выполнение рекомендации не проверено';
      add(
        'late-recommendation',
        `${at} ${what} (срок ${formatDate(new Date(dueOn))}).`,
        status === 'ISSUED' ? whose : CENTRE,
        dayAfter(dueOn, 1),
      );
    }
  }
  addProgramme(state, at, overdueSince(DAYS.programme), today, add);
  if (state.partners === 0) add('partner', `${at} нет согласованного партнёра.`, CENTRE, overdueSince(DAYS.partner));
  const lastLook = state.reviewedOn ?? state.since;
  if (state.hasCase)
    add(
      'review',
      `${at} ход поддержки не рассматривался больше ${REVIEW_EVERY_DAYS} дней.`,
      CENTRE,
      dayAfter(lastLook, REVIEW_EVERY_DAYS + 1),
    );
  if (state.openConcerns > 0) add('concern', `${at} есть неснятая тревога.`, CENTRE, state.since);
  return gaps.sort((a, b) => a.since.localeCompare(b.since) || a.text.localeCompare(b.text, 'ru'));
}

function addProgramme(
  { programme, measures, stages }: SupportState,
  at: string,
  overdueSince: string,
  today: string,
  add: (code: string, text: string, who: string, since: string) => void,
): void {
  if (!programme) add('programme', `${at} нет программы перехода.`, SCHOOL, overdueSince);
  else if (programme.status === 'DRAFT') add('programme', `${at} программа не отправлена в МОЦ.`, SCHOOL, overdueSince);
  else if (programme.status === 'RETURNED')
    add('programme', `${at} программа возвращена и не исправлена.`, SCHOOL, programme.changedOn);
  else if (programme.status === 'SUBMITTED')
    add('programme', `${at} программа ждёт решения МОЦ.`, CENTRE, programme.changedOn);
  for (const { title, grounded, endsOn, done } of measures) {
    if (!grounded)
      add('ground', `${at} мера «${title}» без вывода и критерия.`, SCHOOL, programme?.changedOn ?? overdueSince);
    if (!done && endsOn !== '' && isLateOn(endsOn, today))
      add('measure', `${at} просрочена мера «${title}».`, SCHOOL, dayAfter(endsOn, 1));
  }
  for (const { title, dueOn, reported, assessed } of stages) {
    if (!reported && isLateOn(dueOn, today))
      add('stage', `${at} нет отчёта этапа «${title}».`, SCHOOL, dayAfter(dueOn, 1));
    else if (reported && !assessed && isLateOn(dueOn, today))
      add('stage', `${at} МОЦ не оценил этап «${title}».`, CENTRE, dayAfter(dueOn, 1));
  }
}
