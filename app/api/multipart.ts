/**
 * multipart/form-data (RFC 7578) read piece by piece: the file of a form goes where it belongs without ever standing in
 * memory as a whole.
 */
import { failed, type Outcome } from '@/lib/domain/failure';
import { formatFileSize } from '@/lib/domain/russian';

const MOST_HEADER_BYTES = 16 * 1024;
const MOST_FIELD_BYTES = 16 * 1024;
const MOST_PARTS = 100;

export interface FilePart {
  fileName: string;
  contents: AsyncIterable<Uint8Array>;
}

/** Thrown inside the reading of a form that is cut off or malformed. */
class BrokenForm extends Error {}

interface FormSpec {
  /** the fields that must be known before the file is worth anything */
  needs: readonly string[];
  /** bytes of a file that is held until a needed field comes behind it */
  most: number;
}

/**
 * Reads the fields of a form up to its first file and hands that over with them; null: the form has no file. A file that
 * comes before a needed field is held in memory, at most `most` bytes. INVALID when it is no form or broken.
 */
export async function formWithFile<T>(
  request: Request,
  { needs, most }: FormSpec,
  handle: (fields: Map<string, string>, file: FilePart | null) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '');
  if (!boundary || !request.body) return failed('INVALID', 'Отправьте форму multipart/form-data с полем «file».');
  try {
    const body = new BodyPieces(request.body, Buffer.from(`\r\n--${boundary}`));
    const fields = new Map<string, string>();
    let early: FilePart | null = null;
    for (let parts = 0; parts < MOST_PARTS && (await body.nextPart()); parts += 1) {
      const { name, fileName } = dispositionOf(await body.header());
      if (fileName === null) fields.set(name, await body.text());
      else if (needs.every((field) => fields.has(field)))
        return await handle(fields, { fileName, contents: body.contents() });
      else if (!early) {
        const held = await heldContents(body.contents(), most);
        if (!held) return failed('TOO_LARGE', `Файл больше ${formatFileSize(most)}. Разделите его на части.`);
        early = { fileName, contents: held };
      }
      if (early && needs.every((field) => fields.has(field))) return await handle(fields, early);
    }
    return await handle(fields, early);
  } catch (error) {
    if (error instanceof BrokenForm) return failed('INVALID', 'Форма получена не полностью. Отправьте её ещё раз.');
    throw error;
  }
}

/** null: longer than `most` bytes. */
async function heldContents(
  contents: AsyncIterable<Uint8Array>,
  most: number,
): Promise<AsyncIterable<Uint8Array> | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of contents) {
    size += piece.byteLength;
    if (size > most) return null;
    pieces.push(piece);
  }
  return (async function* () {
    yield* pieces;
  })();
}

function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/form-data\b/i.test(contentType)) return null;
  const found = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2] ?? '';
  return boundary.length > 0 && boundary.length <= 70 ? boundary : null;
}

/** The name of a part and, when it is a file, the name of that. Browsers write them in UTF-8 with %22 for a quote. */
function dispositionOf(header: string): { name: string; fileName: string | null } {
  const line = header.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? '';
  const quoted = (name: string) => new RegExp(`[;\\s]${name}="((?:\\\\.|[^"\\\\])*)"`, 'i').exec(line)?.[1];
  const plain = (name: string) => new RegExp(`[;\\s]${name}=([^";\\s]+)`, 'i').exec(line)?.[1];
  const extended = /;\s*filename\*=utf-8''([^;\s]+)/i.exec(line)?.[1];
  const written = quoted('filename') ?? plain('filename');
  const fileName = extended ? decoded(extended) : written === undefined ? null : unescaped(written);
  return { name: unescaped(quoted('name') ?? plain('name') ?? ''), fileName };
}

const unescaped = (text: string) => text.replaceAll('%22', '"').replace(/\\(.)/g, '$1');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The body of a form, cut at its boundary. The first boundary stands without the line break of the others. */
class BodyPieces {
  private held: Buffer = Buffer.from('\r\n');
  private readonly pieces: AsyncIterator<Uint8Array>;
  private readonly boundary: Buffer;

  constructor(body: AsyncIterable<Uint8Array>, boundary: Buffer) {
    this.pieces = body[Symbol.asyncIterator]();
    this.boundary = boundary;
  }

  /** Goes behind the next boundary; false: it was the last one. */
  async nextPart(): Promise<boolean> {
    for await (const _rest of this.contents()) {
      // what nobody read of the part before
    }
    await this.atLeast(this.boundary.length + 2);
    const end = this.held.subarray(this.boundary.length, this.boundary.length + 2).toString('latin1');
    this.held = this.held.subarray(this.boundary.length);
    if (end === '--') return false;
    return true;
  }

  /** The header lines of the part. */
  async header(): Promise<string> {
    for (;;) {
      const end = this.held.indexOf('\r\n\r\n');
      if (end >= 0) {
        const header = this.held.subarray(0, end).toString('utf8');
        this.held = this.held.subarray(end + 4);
        return header;
      }
      if (this.held.length > MOST_HEADER_BYTES) throw new BrokenForm('a header without an end');
      await this.more();
    }
  }

  /** The contents of the part up to its boundary. */
  async *contents(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.held.indexOf(this.boundary);
      const sure = end >= 0 ? end : Math.max(0, this.held.length - this.boundary.length + 1);
      if (sure > 0) {
        const piece = this.held.subarray(0, sure);
        this.held = this.held.subarray(sure);
        yield piece;
      }
      if (end >= 0) return;
      await this.more();
    }
  }

  async text(): Promise<string> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of this.contents()) {
      size += piece.byteLength;
      if (size > MOST_FIELD_BYTES) throw new BrokenForm('a field that is too long');
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  private async atLeast(size: number): Promise<void> {
    while (this.held.length < size) await this.more();
  }

  private async more(): Promise<void> {
    const next = await this.pieces.next();
    if (next.done) throw new BrokenForm('the form is cut off');
    this.held = Buffer.concat([this.held, next.value]);
  }
}
