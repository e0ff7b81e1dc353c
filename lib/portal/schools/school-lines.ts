import { type NewSchool, newSchoolSchema } from './schema';

const MOST_LINES = 500;

function kindOf(name: string): 'SCHOOL' | 'GYMNASIUM' | 'LYCEUM' {
  if (/гимнази/i.test(name)) return 'GYMNASIUM';
  return /лице[йя]/i.test(name) ? 'LYCEUM' : 'SCHOOL';
}

/** Schools pasted as lines «код; краткое; полное; с класса; по класс; обучающихся; адрес», all faults at once by line. */
export function schoolsFromLines(text: string, municipalityId: string): { schools: NewSchool[]; errors: string[] } {
  const lines = text.split(/\r?\n/).map((line, at) => ({ line: line.trim(), number: at + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  if (filled.length > MOST_LINES) return { schools: [], errors: [`Не больше ${MOST_LINES} строк за раз.`] };
  const schools: NewSchool[] = [];
  const errors: string[] = [];
  for (const { line, number } of filled) {
    const [code, shortName, name, gradeFrom, gradeTo, pupils, ...address] = line
      .split(/\t|;/)
      .map((cell) => cell.trim());
    const result = newSchoolSchema.safeParse({
      municipalityId,
      code,
      shortName: shortName ?? '',
      name: name || shortName || '',
      kind: kindOf(`${name} ${shortName}`),
      gradeFrom: gradeFrom || '1',
      gradeTo: gradeTo || '11',
      pupils: pupils ?? '',
      address: address.join('; '),
    });
    if (result.success) schools.push(result.data);
    else errors.push(...result.error.issues.map((issue) => `Строка ${number}: ${issue.message}`));
  }
  return { schools, errors };
}
