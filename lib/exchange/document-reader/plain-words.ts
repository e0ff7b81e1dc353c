/** Words out of markup and bytes. Nothing is expanded or resolved: an entity of a document's own stays as it is written. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// words are parted by these; other tags stand inside of words, which bold letters may split
const PARTING = /<\/?(?:[a-z]+:)?(?:p|h|tab|s|line-break|br|table-cell|table-row|tc|tr)\b[^>]*>/g;

/** The text between the tags of XML. */
export const wordsOfXml = (xml: string): string =>
  xml
    .replace(PARTING, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi,
      (whole, name: string) => NAMED[name] ?? codePoint(name) ?? whole,
    );

function codePoint(name: string): string | null {
  if (!name.startsWith('#')) return null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Bytes as text: UTF-8, and what is none is what Russian Windows writes; null when they are no text at all. */
export function wordsOfBytes(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
