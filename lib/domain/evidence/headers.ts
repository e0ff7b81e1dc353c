/** Headers of tables, compared by what they say and not by how they are typed. */

/** A header in lower case, ё as е, without punctuation and with single spaces: «Кол-во участников, %» → «кол во участников». */
export function normalHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
