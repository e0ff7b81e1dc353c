/** What may be attached, told by a file's contents and never by its name. */
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** Which kinds are taken, by media type with the endings that fit, the usual one first; `words` names them to a person. */
export interface AcceptedFiles {
  kinds: Readonly<Record<string, readonly string[]>>;
  /** plain text, told from other bytes by the ending of its name */
  text: Readonly<Record<string, string>>;
  words: string;
}

const EVIDENCE_KINDS = {
  'application/pdf': ['pdf'],
  [`${OFFICE}.wordprocessingml.document`]: ['docx'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['xlsx'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};

export const EVIDENCE_FILES: AcceptedFiles = { kinds: EVIDENCE_KINDS, text: {}, words: 'PDF, DOCX, XLSX, JPG или PNG' };

export const LIBRARY_FILES: AcceptedFiles = {
  kinds: {
    ...EVIDENCE_KINDS,
    [`${OFFICE}.presentationml.presentation`]: ['pptx'],
    [`${OPEN_DOCUMENT}.text`]: ['odt'],
    [`${OPEN_DOCUMENT}.spreadsheet`]: ['ods'],
  },
  text: { txt: 'text/plain', csv: 'text/csv' },
  words: 'PDF, DOCX, XLSX, PPTX, ODT, ODS, TXT, CSV, JPG или PNG',
};

export interface FileKind {
  mediaType: string;
  /** the endings that fit the contents, the usual one first */
  endings: readonly string[];
}

/** The kind of a file on the disk; null when it is none of the accepted ones. */
export async function fileKind(path: string, name: string, accepted: AcceptedFiles): Promise<FileKind | null> {
  const found = await fileTypeFromFile(path);
  if (found) {
    const endings = accepted.kinds[found.mime];
    return endings ? { mediaType: found.mime, endings } : null;
  }
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = accepted.text[ending];
  return mediaType && (await isText(path)) ? { mediaType, endings: [ending] } : null;
}

const CHECKED_BYTES = 64 * 1024;

/** Whether a file begins without the control bytes that programs and pictures have and texts have not. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHECKED_BYTES), 0, CHECKED_BYTES, 0);
    return !buffer.subarray(0, bytesRead).some((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte));
  } finally {
    await file.close();
  }
}

const LONGEST_NAME = 150;

/**
 * The name under which a person will find the file again: without folders, control and reserved characters or invisible
 * signs that turn the direction of writing, and with the ending of its contents.
 */
export function safeFileName(given: string, { endings }: FileKind): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = /\.([^.]+)$/.exec(clean)?.[1]?.toLowerCase() ?? '';
  const fits = endings.includes(ending);
  const stem = fits ? clean.slice(0, -ending.length - 1) : clean;
  const short = [...stem].slice(0, LONGEST_NAME).join('').trim() || 'файл';
  return `${short}.${fits ? ending : endings[0]}`;
}
