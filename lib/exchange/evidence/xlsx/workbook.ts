/** A workbook on disk as a table: guarded, its sheets in order, rows streaming. */
import { open } from 'node:fs/promises';
import { type Part, partsOf } from '../archive/directory';
import { type Budget, COUNTED_BEFORE, partText, UnpackingBudget, unpacked } from '../archive/unpacking';
import { MOST_SHEETS, MOST_STYLES } from '../limits';
import { brokenSheet, brokenWorkbook, notATable, Refusal, tooLargeUnpacked, withMacros } from '../refusal';
import type { Table, TableRow, TableSheet } from '../table';
import { firstPass } from './first-pass';
import { sharedStrings } from './shared-strings';
import { type BookTexts, SheetRows } from './sheet-rows';
import { numberStyles } from './styles';
import { attribute, BrokenXml, XmlTokens } from './xml-tokens';

const DANGEROUS_PART =
  /vbaProject|activeX|embeddings\/|macrosheets\/|\.(?:zip|xls[xmb]?|doc[xm]?|ppt[xm]?|jar|exe|7z|rar)$/i;
const MACRO_TYPES = /macroEnabled|vbaProject/i;

export interface BookSheet {
  name: string;
  hidden: boolean;
  part: Part;
}

export interface Book {
  path: string;
  parts: ReadonlyMap<string, Part>;
  budget: Budget;
  from1904: boolean;
  sheets: BookSheet[];
  /** parts beside the sheets, where the workbook names them */
  strings: Part | null;
  styles: Part | null;
}

/** What a workbook consists of, guarded. @throws Refusal */
export async function openBook(path: string, size: number): Promise<Book> {
  const file = await open(path);
  const parts = await partsOf(file, size).finally(() => file.close());
  if (parts.has('mimetype')) await refuseOpenDocument(path, parts);
  const types = parts.get('[Content_Types].xml');
  if (!types) throw notATable();
  if ([...parts.keys()].some((name) => DANGEROUS_PART.test(name))) throw withMacros();
  const budget = new UnpackingBudget([...parts.values()].reduce((all, part) => all + part.packed, 0));
  const typesText = await partText(path, types, budget);
  if (MACRO_TYPES.test(typesText)) throw withMacros();
  if (/sheet\.binary/i.test(typesText)) {
    throw new Refusal('UNSUPPORTED_TYPE', 'Двоичная книга xlsb. Сохраните её как «Книга Excel (.xlsx)».');
  }
  const workbook = parts.get('xl/workbook.xml');
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (!workbook || !relations) throw notATable();
  const targets = relationTargets(await partText(path, relations, budget));
  const partOfType = (type: string) =>
    parts.get([...targets.values()].find((target) => target.type === type)?.path ?? '') ?? null;
  const { from1904, sheets } = sheetsOf(await partText(path, workbook, budget));
  return {
    path,
    parts,
    budget,
    from1904,
    strings: partOfType('sharedStrings'),
    styles: partOfType('styles'),
    sheets: sheets.flatMap(({ name, hidden, relation }) => {
      const target = targets.get(relation);
      // sheets of charts and of macros hold no rows
      if (target?.type !== 'worksheet') return [];
      const part = parts.get(target.path);
      if (!part) throw brokenWorkbook();
      return [{ name, hidden, part }];
    }),
  };
}

async function refuseOpenDocument(path: string, parts: ReadonlyMap<string, Part>): Promise<void> {
  const mimetype = parts.get('mimetype');
  if (!mimetype || mimetype.size > 200) return;
  if ((await partText(path, mimetype, new UnpackingBudget(200))).includes('opendocument')) {
    throw new Refusal(
      'UNSUPPORTED_TYPE',
      'Таблицы ods портал не читает. В LibreOffice выберите «Сохранить как» → «Excel 2007–365 (.xlsx)» и загрузите снова.',
    );
  }
}

function relationTargets(xml: string): Map<string, { type: string; path: string }> {
  const targets = new Map<string, { type: string; path: string }>();
  readTags(xml, (name, attributes) => {
    if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
    const target = attribute(attributes, 'Target') ?? '';
    targets.set(attribute(attributes, 'Id') ?? '', {
      type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      path: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
    });
  });
  return targets;
}

function sheetsOf(xml: string) {
  let from1904 = false;
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  readTags(xml, (tag, attributes) => {
    if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
    if (tag !== 'sheet') return;
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({
      name: (attribute(attributes, 'name') ?? '').slice(0, 100),
      hidden,
      relation: attribute(attributes, 'id') ?? '',
    });
  });
  if (sheets.length > MOST_SHEETS) {
    throw new Refusal('TOO_LARGE', `В книге больше ${MOST_SHEETS} листов. Оставьте только листы с данными.`);
  }
  return { from1904, sheets };
}

function readTags(xml: string, open: (name: string, attributes: string) => void): void {
  const tokens = new XmlTokens({ open, close() {}, text() {} });
  tokens.push(xml);
  tokens.end();
}

/** The workbook as a table; `onProgress` hears the share 0…1 of what was read. @throws Refusal */
export async function workbookTable(
  path: string,
  size: number,
  onProgress: (share: number) => void = () => {},
): Promise<Table> {
  const book = await wellFormed(() => openBook(path, size), brokenWorkbook);
  const seen = book.sheets.filter((sheet) => !sheet.hidden);
  const all = 2 * seen.reduce((sum, { part }) => sum + part.packed, 0);
  let read = 0;
  const onRead = (bytes: number) => {
    read += bytes;
    onProgress(Math.min(1, read / Math.max(1, all)));
  };
  const texts = await wellFormed(() => bookTexts(book), brokenWorkbook);
  const sheets: TableSheet[] = [];
  for (const { name, part } of seen) {
    const merges = await firstPass(path, part, book.budget, onRead);
    sheets.push({ name, merges, batches: () => rowsOf(book, name, part, texts, onRead) });
  }
  return {
    sheets,
    passedOver: book.sheets
      .filter((sheet) => sheet.hidden)
      .map(({ name }) => ({ sheet: name, message: 'Лист скрыт и не прочитан.' })),
  };
}

async function bookTexts(book: Book): Promise<BookTexts> {
  const { path, budget, strings, styles, from1904 } = book;
  if (strings) await firstPass(path, strings, budget);
  const numberFormats = styles ? numberStyles(await partText(path, styles, budget)) : [];
  if (numberFormats.length > MOST_STYLES) throw tooLargeUnpacked();
  return {
    strings: strings ? await sharedStrings(path, strings, COUNTED_BEFORE) : [],
    styles: numberFormats,
    from1904,
  };
}

async function* rowsOf(
  book: Book,
  name: string,
  part: Part,
  texts: BookTexts,
  onRead: (bytes: number) => void,
): AsyncGenerator<TableRow[]> {
  const rows = new SheetRows(name, texts);
  const tokens = new XmlTokens(rows);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pushed = (text: () => string, last: boolean) =>
    wellFormedNow(
      () => {
        tokens.push(text());
        if (last) tokens.end();
      },
      () => brokenSheet(name),
    );
  for await (const chunk of unpacked(book.path, part, COUNTED_BEFORE, onRead)) {
    pushed(() => decoder.decode(chunk, { stream: true }), false);
    yield rows.taken();
  }
  pushed(() => decoder.decode(), true);
  yield rows.taken();
}

/** Broken XML and broken UTF-8 become the refusal. */
function refusalOf(error: unknown, refusal: () => Refusal): unknown {
  const broken = error instanceof BrokenXml || (error instanceof TypeError && 'code' in error);
  return broken ? refusal() : error;
}

function wellFormedNow(read: () => void, refusal: () => Refusal): void {
  try {
    read();
  } catch (error) {
    throw refusalOf(error, refusal);
  }
}

async function wellFormed<T>(read: () => Promise<T>, refusal: () => Refusal): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw refusalOf(error, refusal);
  }
}
