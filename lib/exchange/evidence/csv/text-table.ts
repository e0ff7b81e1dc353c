/** A csv on disk as a table of one sheet without a name. */
import { createReadStream } from 'node:fs';
import { Refusal } from '../refusal';
import type { Table, TableRow } from '../table';
import { type Delimiter, declaredDelimiter, delimiterOf } from './delimiter';
import { type Encoding, encodingOf } from './encoding';
import { CsvRows } from './rows';

const BEGINNING = 64 * 1024;

export async function textTable(
  path: string,
  size: number,
  onProgress: (share: number) => void = () => {},
): Promise<Table> {
  const encoding = await encodingOf(path);
  return {
    passedOver: [],
    sheets: [
      { name: '', merges: [], batches: () => rowsOf(path, encoding, (read) => onProgress(read / Math.max(1, size))) },
    ],
  };
}

async function* rowsOf(path: string, encoding: Encoding, onRead: (bytes: number) => void): AsyncGenerator<TableRow[]> {
  let rows: CsvRows | null = null;
  for await (const text of textOf(path, encoding, onRead)) {
    if (rows !== null) yield rows.push(text);
    else {
      const declared = declaredDelimiter(text);
      const delimiter: Delimiter = declared ?? delimiterOf(text);
      rows = new CsvRows(delimiter, declared ? 1 : 0);
      yield rows.push(declared ? text.slice(text.indexOf('\n') + 1) : text);
    }
  }
  if (rows) yield rows.end();
}

/** The decoded text; the first piece is long enough to judge the file by it. */
async function* textOf(path: string, encoding: Encoding, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: BEGINNING }) as AsyncIterable<Buffer>) {
      read += chunk.length;
      yield withoutOldLineEnds(decoder.decode(chunk, { stream: true }));
      onRead(read);
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(
      'INVALID',
      'Файл повреждён: часть текста не читается. Сохраните таблицу заново и загрузите снова.',
    );
  }
}

/** A file with no line feeds at all has the line ends of old Macs. */
function withoutOldLineEnds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}
