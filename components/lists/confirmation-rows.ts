/** A school that МОЦ decides about, as plain data for the form. */
export interface CandidateSchool {
  schoolId: string;
  name: string;
  fullName: string;
  proposed: boolean;
  /** on the list that this order replaces */
  listed: boolean;
  /** why it departed from the proposal the last time */
  reason: string;
  negativeSum: number | null;
  maximum: number | null;
  firmness: 'FIRM' | 'BORDERLINE' | 'LITTLE_DATA' | null;
  why: string;
  cardStatus: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
}

/** What the form holds of the schools: who is on the list, and the reasons written so far. */
export interface Decision {
  included: ReadonlySet<string>;
  reasons: Readonly<Record<string, string>>;
}

/** The fields of a sent form: `school-<id>` for each school on the list, `reason-<id>` for what was written. */
export function decisionOf(values: Readonly<Record<string, string>>): {
  schools: string[];
  reasons: Record<string, string>;
} {
  const named = (prefix: string) => Object.keys(values).filter((name) => name.startsWith(prefix));
  return {
    schools: named('school-').map((name) => name.slice('school-'.length)),
    reasons: Object.fromEntries(
      named('reason-')
        .filter((name) => values[name]?.trim())
        .map((name) => [name.slice('reason-'.length), values[name] ?? '']),
    ),
  };
}

/** Whether the decision departs from the proposal, so that a reason is needed. */
export function departs(school: CandidateSchool, { included }: Decision): boolean {
  return included.has(school.schoolId) !== school.proposed;
}
