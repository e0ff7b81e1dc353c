/** Many schools and a table of many rows about them. */
import type { PrismaClient } from '@/lib/db/generated/client';
import { SUBJECT_NAMES } from '@/lib/domain/evidence/subjects';
import { shiftSchoolYear } from '@/lib/domain/school-year';

const GRADES = [4, 5, 6, 7, 8];

/** New schools of a municipality; gives their codes. */
export async function manySchools(owner: PrismaClient, municipalityId: string, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, at) => `${municipalityId}-${at}`);
  const data = codes.map((code) => ({ code, municipalityId, name: `Школа ${code}`, shortName: `Школа ${code}` }));
  await owner.school.createMany({ data });
  return codes;
}

/** Отметки ВПР as csv, `rows` different units of these schools. */
export function rowsOfMarks(codes: readonly string[], rows: number): string {
  const lines = ['Код школы;Учебный год;Класс;Предмет;Участников;«2»;«3»;«4»;«5»'];
  for (let at = 0; at < rows; at += 1) {
    const code = codes[at % codes.length];
    const unit = Math.floor(at / codes.length);
    const grade = GRADES[unit % GRADES.length];
    const subject = SUBJECT_NAMES[Math.floor(unit / GRADES.length) % 12];
    const year = shiftSchoolYear('2019-2020', -Math.floor(unit / GRADES.length / 12));
    lines.push(`${code};${year};${grade};${subject};40;4;12;14;10`);
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
