/** Targeted recommendations: to whom, in what state, what may follow; and the drafts that templates give. */
import { isLateOn } from './days';

export type Addressee = 'SCHOOL' | 'TEACHERS' | 'CENTRE' | 'DEPARTMENT';
export type RecommendationStatus = 'DRAFT' | 'ISSUED' | 'ANSWERED' | 'DONE' | 'NOT_DONE' | 'CANCELLED';

export const ADDRESSEES: Readonly<Record<Addressee, string>> = {
  SCHOOL: 'Школа',
  TEACHERS: 'Учителя предмета',
  CENTRE: 'МОЦ',
  DEPARTMENT: 'Управление образования',
};

export const RECOMMENDATION_STATUSES: Readonly<Record<RecommendationStatus, string>> = {
  DRAFT: 'Проект',
  ISSUED: 'Направлена',
  ANSWERED: 'Есть ответ',
  DONE: 'Выполнена',
  NOT_DONE: 'Не выполнена',
  CANCELLED: 'Отменена',
};

/** «Учителям предмета «Математика»» */
export const addresseeInWords = (addressee: Addressee, subject: string): string =>
  addressee === 'TEACHERS' && subject !== '' ? `Учителя: ${subject}` : ADDRESSEES[addressee];

const NEXT: Readonly<Record<RecommendationStatus, readonly RecommendationStatus[]>> = {
  DRAFT: ['ISSUED', 'CANCELLED'],
  ISSUED: ['ANSWERED', 'DONE', 'NOT_DONE', 'CANCELLED'],
  ANSWERED: ['ANSWERED', 'DONE', 'NOT_DONE', 'CANCELLED'],
  DONE: [],
  NOT_DONE: ['ANSWERED', 'DONE'],
  CANCELLED: [],
};

export const mayBecome = (from: RecommendationStatus, to: RecommendationStatus): boolean => NEXT[from].includes(to);

/** Overdue: issued, not carried out and its day has passed. Days are YYYY-MM-DD. */
export function isOverdue(one: { status: RecommendationStatus; dueOn: string }, today: string): boolean {
  return (one.status === 'ISSUED' || one.status === 'ANSWERED') && isLateOn(one.dueOn, today);
}

/** Whose answer it waits for: the school's own, or the centre's (also on behalf of the department). */
export const answeredBySchool = (addressee: Addressee): boolean => addressee === 'SCHOOL' || addressee === 'TEACHERS';

export interface DraftTemplate {
  id: string;
  title: string;
  text: string;
  addressee: Addressee;
  subject: string;
  /** beginnings of codes of criteria, as hints of risk factors */
  criteria: readonly string[];
  risks: readonly string[];
  days: number;
  active: boolean;
}

export interface GroundsOfSchool {
  /** codes of criteria that gave points */
  criteria: readonly string[];
  /** codes of factors of high or medium significance */
  risks: readonly string[];
  findings: readonly { id: string; criteria: readonly string[] }[];
}

export interface Draft {
  templateId: string;
  addressee: Addressee;
  subject: string;
  text: string;
  criteria: string[];
  risks: string[];
  findingId: string | null;
  days: number;
  /** why the portal drafts it, Russian */
  why: string;
}

const begins = (code: string, beginning: string) => code === beginning || code.startsWith(`${beginning}.`);

/**
 * One draft for each active template that a point or a risk of the school calls for and that was not used for it yet; it
 * follows from the finding that explains most of its criteria.
 */
export function draftsFrom(
  templates: readonly DraftTemplate[],
  grounds: GroundsOfSchool,
  usedTemplates: ReadonlySet<string>,
): Draft[] {
  return templates.flatMap((template): Draft[] => {
    if (!template.active || usedTemplates.has(template.id)) return [];
    const criteria = grounds.criteria.filter((code) => template.criteria.some((beginning) => begins(code, beginning)));
    const risks = grounds.risks.filter((code) => template.risks.includes(code));
    if (criteria.length === 0 && risks.length === 0) return [];
    const { id, addressee, subject, text, days } = template;
    const because = [
      criteria.length > 0 ? `баллы по критериям ${criteria.join(', ')}` : null,
      risks.length > 0 ? `риски ${risks.join(', ')}` : null,
    ].filter(Boolean);
    return [
      {
        ...{ templateId: id, addressee, subject, text, criteria, risks, days },
        findingId: bestFinding(grounds.findings, criteria),
        why: `Шаблон «${template.title}»: ${because.join(' и ')}.`,
      },
    ];
  });
}

function bestFinding(findings: GroundsOfSchool['findings'], criteria: readonly string[]): string | null {
  let best: { id: string; common: number } | null = null;
  for (const { id, criteria: explained } of findings) {
    const common = explained.filter((code) => criteria.includes(code)).length;
    if (common > 0 && common > (best?.common ?? 0)) best = { id, common };
  }
  return best?.id ?? null;
}
