/** One thread from sign to effect: criterion → cause → finding → recommendation → measure → check → criterion. */

export interface ThreadInput {
  criteria: readonly { code: string; text: string; points: number }[];
  findings: readonly { id: string; text: string; criteria: readonly string[]; causes: readonly string[] }[];
  recommendations: readonly {
    id: string;
    text: string;
    findingId: string | null;
    criteria: readonly string[];
    status: string;
  }[];
  measures: readonly {
    id: string;
    title: string;
    state: string;
    criteria: readonly string[];
    findingIds: readonly string[];
    recommendationIds: readonly string[];
    partnership: string | null;
  }[];
  /** points of the next accepted card by code; null: there is none yet */
  next: Readonly<Record<string, number>> | null;
}

export interface Thread {
  code: string;
  text: string;
  points: number;
  causes: string[];
  findings: { id: string; text: string }[];
  recommendations: { id: string; text: string; status: string }[];
  measures: { id: string; title: string; state: string; partnership: string | null }[];
  /** points of the same criterion in the next card; null: not known yet */
  after: number | null;
  /** what breaks the thread, Russian */
  breaks: string[];
}

/** The thread of each criterion that gave points, in the order of the card. */
export function threadsOf(input: ThreadInput): Thread[] {
  return input.criteria
    .filter(({ points }) => points > 0)
    .map(({ code, text, points }) => {
      const findings = input.findings.filter(({ criteria }) => criteria.includes(code));
      const findingIds = new Set(findings.map(({ id }) => id));
      const recommendations = input.recommendations.filter(
        ({ criteria, findingId }) => criteria.includes(code) || (findingId !== null && findingIds.has(findingId)),
      );
      const recommendationIds = new Set(recommendations.map(({ id }) => id));
      const measures = input.measures.filter(
        (measure) =>
          measure.criteria.includes(code) ||
          measure.findingIds.some((id) => findingIds.has(id)) ||
          measure.recommendationIds.some((id) => recommendationIds.has(id)),
      );
      return {
        ...{ code, text, points },
        causes: [...new Set(findings.flatMap(({ causes }) => causes))],
        findings: findings.map(({ id, text: found }) => ({ id, text: found })),
        recommendations: recommendations.map(({ id, text: what, status }) => ({ id, text: what, status })),
        measures: measures.map(({ id, title, state, partnership }) => ({ id, title, state, partnership })),
        after: input.next ? (input.next[code] ?? 0) : null,
        breaks: [
          findings.length === 0 ? 'нет вывода обследования' : null,
          recommendations.length === 0 ? 'нет рекомендации' : null,
          measures.length === 0 ? 'нет меры в программе' : null,
        ].filter((word) => word !== null),
      };
    });
}

/** Measures that rest on nothing: no criterion, finding or recommendation. */
export function groundless(measures: ThreadInput['measures']): { id: string; title: string }[] {
  return measures
    .filter(
      ({ criteria, findingIds, recommendationIds }) =>
        criteria.length + findingIds.length + recommendationIds.length === 0,
    )
    .map(({ id, title }) => ({ id, title }));
}
