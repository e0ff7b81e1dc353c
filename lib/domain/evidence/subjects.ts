/** Subjects by the one name under which the portal keeps them, recognised by the names that files use. domain.md 2.5, 8 */

/** The name under which facts of a subject are kept and shown, with other ways in which files write it. */
const SUBJECTS = [
  ['Русский язык', ['РУ', 'русский', 'рус', 'РЯ']],
  ['Математика', ['МА', 'матем', 'мат']],
  ['Окружающий мир', ['окр мир', 'окруж мир', 'ОМ']],
  ['Биология', ['био', 'БИ']],
  ['История', ['ист', 'ИС']],
  ['География', ['гео', 'ГГ']],
  ['Обществознание', ['общество', 'общ', 'ОБ']],
  ['Физика', ['физ', 'ФИ']],
  ['Химия', ['хим', 'ХИ']],
  ['Литература', ['лит']],
  ['Информатика', ['ИКТ', 'информатика и ИКТ', 'информ']],
  ['Английский язык', ['английский', 'англ']],
  ['Немецкий язык', ['немецкий', 'нем']],
  ['Французский язык', ['французский', 'фр']],
  ['Испанский язык', ['испанский', 'исп']],
  ['Китайский язык', ['китайский']],
  ['Иностранный язык', ['иностранный', 'ИЯ']],
  ['Литературное чтение', ['лит чтение', 'чтение']],
  ['Технология', ['труд', 'труд (технология)']],
  ['Физическая культура', ['физкультура']],
  ['ОБЖ', ['ОБЗР', 'основы безопасности жизнедеятельности', 'основы безопасности и защиты родины']],
  ['Искусство', ['МХК', 'искусство (МХК)', 'мировая художественная культура']],
  ['Экология', []],
  ['Экономика', []],
  ['Право', []],
  ['Астрономия', []],
] as const;

export type Subject = (typeof SUBJECTS)[number][0];

/** All subjects by name. */
export const SUBJECT_NAMES: readonly Subject[] = SUBJECTS.map(([name]) => name);

/** A row for pupils of all subjects together, each counted once: olympiads, medals. */
export const ALL_SUBJECTS = 'Все предметы';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^а-яa-z0-9]+/g, ' ')
    .trim();

const KNOWN = new Map<string, Subject>(
  SUBJECTS.flatMap(([name, others]) => [name, ...others].map((known) => [plain(known), name] as const)),
);

/** The subject that a cell names, in any case and with any punctuation; null when it names none that we know. */
export function subjectOf(text: string): Subject | null {
  return KNOWN.get(plain(text)) ?? null;
}
