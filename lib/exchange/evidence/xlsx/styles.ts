/** Which styles of a workbook show numbers as dates or as per cent. */
import { attribute, XmlTokens } from './xml-tokens';

export type NumberStyle = 'date' | 'percent' | null;

const PERCENT_FORMATS = new Set([9, 10]);
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The number style by index of `s` in cells. */
export function numberStyles(xml: string): NumberStyle[] {
  const custom = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  const tokens = new XmlTokens({
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') {
        custom.set(Number(attribute(attributes, 'numFmtId')), styleOfCode(attribute(attributes, 'formatCode') ?? ''));
      } else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(custom.get(id) ?? (PERCENT_FORMATS.has(id) ? 'percent' : isDateFormat(id) ? 'date' : null));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  tokens.push(xml);
  tokens.end();
  return styles;
}

function styleOfCode(code: string): NumberStyle {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\\./g, '');
  if (bare.includes('%')) return 'percent';
  return /general|основной/i.test(bare) || !/[dmyhs]/i.test(bare) ? null : 'date';
}

const DAY = 86_400_000;

/** The day of a serial number: from 30 December 1899, or from 1 January 1904. */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1_462 : 0);
  if (days < 1 || days > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
}
