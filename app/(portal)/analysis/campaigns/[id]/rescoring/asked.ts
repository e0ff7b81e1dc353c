import { SORTS } from '@/components/rescoring/rescoring-table';
import { rescoringChoiceSchema } from '@/lib/portal/rescoring/schema';

export interface RescoringSearch {
  version?: string;
  from?: string;
  table?: string;
  sort?: string;
}

/** What is compared and by what it is sorted, as the page and its file read the address. */
export function askedRescoring({ version, from, table, sort }: RescoringSearch) {
  return {
    choice: rescoringChoiceSchema.parse({ version: version ?? null, from: from ?? null, table: table ?? null }),
    sort: SORTS.find((each) => each === sort) ?? 'after',
  };
}
