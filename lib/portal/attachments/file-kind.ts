/** What may be attached, told by a file's contents and never by its name. */
import { fileTypeFromFile } from 'file-type';

const ACCEPTED: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};

export interface FileKind {
  mediaType: string;
  /** the endings that fit the contents, the usual one first */
  endings: string[];
}

/** The kind of a file on the disk; null when it is none of pdf, docx, xlsx, jpg, png. */
export async function fileKind(path: string): Promise<FileKind | null> {
  const found = await fileTypeFromFile(path);
  const endings = found && ACCEPTED[found.mime];
  return endings ? { mediaType: found.mime, endings } : null;
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
