/** The API as a stranger's program reads it: whole lists, page by page. Nothing of the portal's rules is used here. */
export type Json = Record<string, unknown>;
/** Asks one address under /api/v1, `/cards?campaignId=…`; throws on anything but 200. */
export type Api = (address: string) => Promise<Json>;

export interface ApiCard {
  id: string;
  schoolId: string;
  status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  dueAt: string;
  openDisputes: number;
  score: { groups: { code: string; negativeSum: number; maximum: number }[]; points: { criterion: string }[] };
}
export interface ApiCampaign {
  id: string;
  municipalityId: string;
  schoolYear: string;
  resultsYear: string;
  status: 'DRAFT' | 'OPEN' | 'CLOSED';
}
export interface ApiRanked {
  schoolId: string;
  negativeSum: number | null;
  maximum: number | null;
  previousNegativeSum: number | null;
  proposed: boolean;
  confirmed: boolean;
}
export interface ApiProgramme {
  id: string;
  schoolId: string;
  status: string;
  dueOn: string | null;
  submittedAt: string | null;
  stages: { title: string; dueOn: string; reportedAt: string | null; assessment: string | null }[];
}
export interface ApiExamination {
  schoolId: string;
  parts: { state: string }[];
}
export interface ApiRecommendation {
  schoolId: string;
  status: string;
  dueOn: string;
}
export interface ApiPartnership {
  id: string;
  status: string;
  hostSchoolId: string;
  schoolIds: string[];
}
export interface ApiEvent {
  status: string;
  startsAt: string;
  municipalityId: string | null;
  attendance: { schoolId: string }[];
}
export interface ApiSigns {
  schoolCode: string;
  grade: number;
  subject: string;
  signs: { code: string; result: string; withdrawn: boolean }[];
}

/** Every item of a list, however many pages it has. */
export async function wholeList<Item>(api: Api, address: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await api(`${address}${address.includes('?') ? '&' : '?'}page=${page}&pageSize=200`);
    items.push(...(answer.items as Item[]));
    if (items.length >= (answer.total as number) || (answer.items as Item[]).length === 0) return items;
  }
}
