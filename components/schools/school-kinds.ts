/** Kinds of school as people call them. */
export const SCHOOL_KINDS = { SCHOOL: 'Школа', GYMNASIUM: 'Гимназия', LYCEUM: 'Лицей' } as const;

/** «1–11 классы». */
export function gradesInWords(from: number, to: number): string {
  return from === to ? `${from} класс` : `${from}–${to} классы`;
}
