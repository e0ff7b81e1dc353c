import type { AimsPlace } from '@/lib/portal/aims/views';

/** The address of a page of the same municipality and year. */
export const aimsHref = (path: string, { schoolYear, municipalityId }: AimsPlace): string =>
  `${path}?year=${schoolYear}&municipality=${municipalityId}`;
