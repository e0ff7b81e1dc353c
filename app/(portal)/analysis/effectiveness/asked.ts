import { isSchoolYear } from '@/lib/domain/school-year';

/** The period that an address asks for; years in the wrong order show the year after the list's. */
export function askedPeriod({ from: first, to: last }: { from?: string; to?: string }) {
  const from = first && isSchoolYear(first) ? first : undefined;
  const to = last && isSchoolYear(last) ? last : undefined;
  return { from, to: from && to && to <= from ? undefined : to };
}
