/** School names as files write them, brought to one form; how alike two of them are. Pure. */

/** Lower case, «ё» as «е», without quotes and other punctuation, figures apart from letters: «СШ№1» → «сш 1». */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^а-яa-z0-9]+/g, ' ')
    .replace(/([а-яa-z])(?=\d)/g, '$1 ')
    .trim();
}

const LEGAL_FORMS = new Set(
  [
    'моу мбоу маоу мкоу гоу гбоу гаоу гкоу огбоу огкоу согбоу согбоуи согкоу ноу чоу ано аноо мбу мбо',
    'муниципальное муниципальная областное областная государственное государственная частное частная смоленское',
    'бюджетное бюджетная автономное автономная казенное казенная некоммерческое некоммерческая',
    'общеобразовательное общеобразовательная образовательное образовательная учреждение организация',
  ].flatMap((line) => line.split(' ')),
);

/** «средняя школа» and «СОШ» are one kind of school, «основная школа» and «ООШ» another. */
const KINDS: readonly [RegExp, string][] = [
  [/ (сош|средняя школа) /g, ' сш '],
  [/ (оош|основная школа) /g, ' ош '],
  [/ (нош|начальная школа) /g, ' нш '],
];

/** A name without quotes and legal form: «МБОУ «Средняя школа № 1» города Смоленска» → «сш 1». */
export function canonicalName(text: string): string {
  const words = plainText(text)
    .split(' ')
    .filter((word) => !LEGAL_FORMS.has(word));
  let name = ` ${words.join(' ')} `;
  for (const [written, kind] of KINDS) name = name.replace(written, kind);
  return name.replace(/ (города|г) [а-я]+(?= )/g, '').trim();
}

/** The canonical name without the person whose name the school bears: «сш 19 им героя россии панова» → «сш 19». */
export function nameWithoutEponym(canonical: string): string {
  return canonical.replace(/ (имени|им) .*$/, '').trim();
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const numberIn = (name: string) => /\d+/.exec(name)?.[0] ?? '';

/**
 * How alike two canonical names are, 0…1: the share of common pairs of letters (Dice); names with the same number are
 * closer, names with different numbers are hardly alike.
 */
export function likeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const [left, right] = [pairsOf(one), pairsOf(other)];
  let common = 0;
  for (const [pair, times] of left) common += Math.min(times, right.get(pair) ?? 0);
  const total = Math.max(1, one.length - 1) + Math.max(1, other.length - 1);
  const dice = (2 * common) / total;
  const [leftNumber, rightNumber] = [numberIn(one), numberIn(other)];
  if (leftNumber === '' && rightNumber === '') return dice;
  return leftNumber === rightNumber ? (1 + dice) / 2 : dice / 2;
}
