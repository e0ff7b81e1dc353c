/** Archives without a clock inside: the same contents give the same bytes, on any machine and in any time zone. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const ZIP = 'application/zip';

/** The earliest moment that a zip can say, built in local time because fflate writes local time. */
const noMoment = () => new Date(1980, 0, 1);

/** The bytes of an archive with these files by path, sorted. */
export function steadyZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: noMoment(), level: 6 });
}

/** A docx, xlsx or the like packed anew: its properties say that it was made at `madeAt`, its entries say nothing. */
export function steadyOffice(bytes: Uint8Array, madeAt: Date): Uint8Array {
  const files = unzipSync(bytes);
  const properties = files['docProps/core.xml'];
  if (properties) {
    const moment = madeAt.toISOString();
    const dated = strFromU8(properties).replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g,
      (_, open: string, close: string) => `${open}${moment}${close}`,
    );
    files['docProps/core.xml'] = strToU8(dated);
  }
  const text = files['word/document.xml'];
  if (text) files['word/document.xml'] = strToU8(withOwnNumbers(strFromU8(text)));
  return steadyZip(files);
}

/** Marks of headings and pictures counted from 1 in this document; the library counts them through the life of the process. */
function withOwnNumbers(xml: string): string {
  const numbers = new Map<string, number>();
  let pictures = 0;
  const own = (_: string, before: string, number: string) => {
    if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
    return `${before}${numbers.get(number)}`;
  };
  return xml
    .replaceAll(/((?:w:name="|w:anchor="|PAGEREF )_Toc)(\d+)/g, own)
    .replaceAll(/(<w:bookmark(?:Start|End)[^>]*?\bw:id=")(\d+)/g, own)
    .replaceAll(/(<wp:docPr id=")(\d+)/g, () => `<wp:docPr id="${++pictures}`);
}
