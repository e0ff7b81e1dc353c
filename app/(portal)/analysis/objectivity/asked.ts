import { SIGN_CODES } from '@/lib/domain/objectivity/signs';
import type { MapFilter } from '@/lib/portal/objectivity/views';

export interface MapSearch {
  grade?: string;
  subject?: string;
  sign?: string;
}

/** What the map is narrowed to, as its page and its file read the address. */
export function askedMap({ grade, subject, sign }: MapSearch): MapFilter {
  return {
    grade: grade && /^\d{1,2}$/.test(grade) ? Number(grade) : null,
    subject: subject || null,
    sign: SIGN_CODES.find((code) => code === sign) ?? null,
  };
}
