/** Telling the other side about a review in the portal. */
import type { ScopedDatabase } from '@/lib/access/door';
import { formatSchoolYear } from '@/lib/domain/russian';
import { writeNotices } from '@/lib/portal/messages/commands';

/** The cell of the map that a review is about. */
export interface ReviewedCell {
  schoolId: string;
  schoolYear: string;
  grade: number;
  subject: string;
  sign: string;
}

/** «Признак S4 (Математика, 5 класс, 2019–2020)». */
export function cellInWords({ sign, subject, grade, schoolYear }: ReviewedCell): string {
  return `Признак ${sign} (${subject}, ${grade} класс, ${formatSchoolYear(schoolYear)})`;
}

/** The page of the cell, which both sides may open. */
export function cellAddress({ schoolId, schoolYear, grade, subject }: Omit<ReviewedCell, 'sign'>): string {
  const query = new URLSearchParams({ year: schoolYear, grade: String(grade), subject });
  return `/analysis/objectivity/schools/${schoolId}/cell?${query}`;
}

/** Tells the principals of the school. */
export async function tellSchool(
  db: ScopedDatabase,
  cell: ReviewedCell,
  tidings: { what: string; text: string },
  now: Date,
): Promise<void> {
  const principals = await db.account.findMany({
    where: { schoolId: cell.schoolId, role: 'PRINCIPAL', active: true },
    select: { id: true },
  });
  await tell(
    db,
    principals.map(({ id }) => id),
    cell,
    tidings,
    now,
  );
}

/** Tells the people of the МОЦ to which the principal who says it belongs. */
export async function tellCentre(
  db: ScopedDatabase,
  cell: ReviewedCell,
  tidings: { what: string; text: string },
  now: Date,
): Promise<void> {
  const people = await db.$queryRaw<{ id: string }[]>`SELECT centre_accounts() AS id`;
  await tell(
    db,
    people.map(({ id }) => id),
    cell,
    tidings,
    now,
  );
}

async function tell(
  db: ScopedDatabase,
  accountIds: readonly string[],
  cell: ReviewedCell,
  { what, text }: { what: string; text: string },
  now: Date,
): Promise<void> {
  if (accountIds.length === 0) return;
  const message = { title: `${cellInWords(cell)}: ${what}`, text, href: cellAddress(cell) };
  await writeNotices(
    db,
    accountIds.map((accountId) => ({ accountId, ...message })),
    now,
  );
}
