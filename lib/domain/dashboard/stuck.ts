/** Programmes that do not move. The number of days that МОЦ may take is our own proposal. */
import { dayAfter } from '../support/days';

export const DAYS_OF_CENTRE = 14;

export interface MovingProgramme {
  status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'RUNNING' | 'FINISHED';
  /** when the draft is due at МОЦ; days are YYYY-MM-DD */
  dueOn: string | null;
  submittedOn: string | null;
  stages: readonly { title: string; dueOn: string; reportedOn: string | null; assessed: boolean }[];
}

export interface Stuck {
  /** what is waited for */
  what: string;
  who: 'школа' | 'МОЦ';
  /** the day from which on it is late */
  since: string;
}

/** What holds the programme up, the oldest first; null when nothing is late. */
export function stuckOf({ status, dueOn, submittedOn, stages }: MovingProgramme, today: string): Stuck | null {
  const late: Stuck[] = [];
  if ((status === 'DRAFT' || status === 'RETURNED') && dueOn !== null)
    late.push({ what: 'Программа не сдана', who: 'школа', since: dayAfter(dueOn, 1) });
  if (status === 'SUBMITTED' && submittedOn !== null)
    late.push({ what: 'Программа не рассмотрена', who: 'МОЦ', since: dayAfter(submittedOn, DAYS_OF_CENTRE) });
  if (status === 'APPROVED' || status === 'RUNNING') {
    for (const { title, dueOn: due, reportedOn, assessed } of stages) {
      if (reportedOn === null)
        late.push({ what: `Нет отчёта этапа «${title}»`, who: 'школа', since: dayAfter(due, 1) });
      else if (!assessed)
        late.push({
          what: `Не оценён отчёт этапа «${title}»`,
          who: 'МОЦ',
          since: dayAfter(reportedOn, DAYS_OF_CENTRE),
        });
    }
  }
  const [oldest] = late.filter(({ since }) => since <= today).sort((a, b) => a.since.localeCompare(b.since));
  return oldest ?? null;
}
