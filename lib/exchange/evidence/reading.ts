/**
 * A file of evidence read from its first line to its last: which column means what, what every row says, and all that
 * fails, cell by cell. Memory does not grow with the file; the protocols keep counts, never lines.
 */
import type { FactKind, Facts, VprScaleFact } from '@/lib/domain/evidence/facts';
import { type ImportKind, importKindName } from '@/lib/domain/evidence/import-kinds';
import { done, type Outcome } from '@/lib/domain/failure';
import type { MappedColumn } from './columns';
import { DataRows } from './data-rows';
import { type FoundHeader, hasNames, headerOf } from './header-search';
import type { Found, LineReader } from './layout';
import { HEADER_LINES, MOST_ROWS, MOST_SHEETS } from './limits';
import { type EvidenceFile, openTable } from './opening';
import { Refusal, tooManyRows } from './refusal';
import type { SchoolText } from './school-text';
import type { TableRow, TableSheet } from './table';

export type { EvidenceFile } from './opening';
export type { SchoolText } from './school-text';

export interface ReadingOptions {
  kind: ImportKind;
  /** of rows that name none */
  schoolYear: string;
  /** what headers mean that somebody explained: normalHeader → field, null: leave out */
  remembered: ReadonlyMap<string, string | null>;
  /** official scales by scaleKey: with one a protocol of ВПР gives marks and the comparison with the journal */
  scales?: ReadonlyMap<string, VprScaleFact>;
  /** whose the rows are that name no school: a protocol without a login */
  school?: SchoolText;
  /** 0…1 */
  onProgress?: (share: number) => void;
  /** something worth telling that is no fault: a hidden sheet, a year read from a title */
  onNote?: (note: { sheet: string; message: string }) => void;
}

export type ReadEvent =
  | { type: 'mapping'; sheet: string; columns: MappedColumn[] }
  /** a row with data went by */
  | { type: 'row' }
  | {
      type: 'fact';
      kind: FactKind;
      schoolYear: string;
      school: SchoolText | null;
      fact: Facts[FactKind];
      sheet: string;
      row: number;
    }
  | { type: 'fault'; sheet: string; cell: string; message: string };

/** How many of the first rows are looked at before a sheet is judged. */
const SAMPLE = 200;

/** All that a file says. The returned Outcome is the refusal of the whole file; what came before it then does not count. */
export async function* readEvidence(
  file: EvidenceFile,
  options: ReadingOptions,
): AsyncGenerator<ReadEvent, Outcome<void>> {
  try {
    const reading = new FileReading(file, options);
    yield* reading.events();
    return done(undefined);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

class FileReading {
  private readonly file: EvidenceFile;
  private readonly options: ReadingOptions;
  private readonly noted = new Set<string>();
  private rows = 0;
  private sheetsRead = 0;
  private sheetsWithRows = 0;
  private resembles: ImportKind | null = null;

  constructor(file: EvidenceFile, options: ReadingOptions) {
    this.file = file;
    this.options = options;
  }

  async *events(): AsyncGenerator<ReadEvent, void> {
    const table = await openTable(this.file, this.options.onProgress);
    for (const { sheet, message } of table.passedOver) this.note(sheet, message);
    for (const sheet of table.sheets) yield* this.sheet(sheet);
    if (this.sheetsRead === 0) throw this.nothingFound();
    this.options.onProgress?.(1);
  }

  private async *sheet(sheet: TableSheet): AsyncGenerator<ReadEvent, void> {
    const batches = sheet.batches()[Symbol.asyncIterator]();
    const first: TableRow[] = [];
    let isOver = false;
    while (first.length < SAMPLE && !isOver) {
      const batch = await batches.next();
      if (batch.done) isOver = true;
      else first.push(...this.counted(batch.value));
    }
    if (first.length === 0) return;
    this.sheetsWithRows += 1;
    const header = this.headerOf(sheet, first);
    if (header === null) {
      // the rest may be broken or too large, which refuses the file all the same
      for (let batch = await batches.next(); !batch.done; batch = await batches.next()) this.counted(batch.value);
      return;
    }
    this.sheetsRead += 1;
    yield { type: 'mapping', sheet: sheet.name, columns: header.mapping.columns };
    if (header.missing.length > 0) {
      yield { type: 'fault', sheet: sheet.name, cell: `A${header.row}`, message: missingColumns(header.missing) };
      for (let batch = await batches.next(); !batch.done; batch = await batches.next()) this.counted(batch.value);
      return;
    }
    const lines = this.lines(sheet, header, first);
    yield* this.batch(sheet.name, lines, first.slice(header.index + 1));
    while (!isOver) {
      const batch = await batches.next();
      if (batch.done) isOver = true;
      else yield* this.batch(sheet.name, lines, this.counted(batch.value));
    }
    for (const found of lines.reader.end()) yield eventOf(sheet.name, found);
  }

  private headerOf(sheet: TableSheet, first: readonly TableRow[]): FoundHeader | null {
    const { kind, remembered, school } = this.options;
    const answer = headerOf(kind, {
      rows: first,
      merges: sheet.merges,
      sheet: sheet.name,
      fileName: this.file.fileName,
      remembered,
      schoolKnown: school !== undefined,
    });
    if (kind !== 'GIA_PROTOCOL' && hasNames(first)) throw this.withNames(answer);
    if (answer === 'nothing') this.note(sheet.name, 'На листе не найдена строка заголовков, лист пропущен.');
    else if ('resembles' in answer) {
      this.resembles ??= answer.resembles;
      this.note(sheet.name, `Лист похож на «${importKindName(answer.resembles)}» и пропущен.`);
    } else {
      const header = 'found' in answer ? answer.found : answer.incomplete;
      if (header.layout.kind !== kind) this.note(sheet.name, `Прочитано как «${importKindName(header.layout.kind)}».`);
      return header;
    }
    return null;
  }

  private lines(sheet: TableSheet, header: FoundHeader, first: readonly TableRow[]): Lines {
    const note = (message: string) => this.note(sheet.name, message);
    return {
      rows: new DataRows(header, sheet.merges, note),
      reader: header.layout.reader({
        sheet: sheet.name,
        schoolYear: this.options.schoolYear,
        titles: header.titles,
        school: this.options.school ?? null,
        scales: this.options.scales ?? new Map(),
        at: header.mapping.at,
        headers: header.headers,
        headerRow: header.row,
        sample: first.slice(header.index + 1),
        note,
      }),
    };
  }

  private *batch(sheet: string, { rows, reader }: Lines, batch: readonly TableRow[]): Generator<ReadEvent, void> {
    for (const row of batch) {
      const line = rows.reader(row);
      if (line === null) continue;
      yield { type: 'row' };
      for (const found of reader.line(line)) yield eventOf(sheet, found);
    }
  }

  /** Every row that is not empty costs something, whether it is data or not. */
  private counted(rows: TableRow[]): TableRow[] {
    this.rows += rows.length;
    if (this.rows > MOST_ROWS + HEADER_LINES * MOST_SHEETS) throw tooManyRows();
    return rows;
  }

  private note(sheet: string, message: string): void {
    const key = `${sheet}\n${message}`;
    if (this.noted.has(key) || this.noted.size > 100) return;
    this.noted.add(key);
    this.options.onNote?.({ sheet, message });
  }

  private withNames(answer: ReturnType<typeof headerOf>): Refusal {
    const isProtocol = answer !== 'nothing' && 'resembles' in answer && answer.resembles === 'GIA_PROTOCOL';
    return isProtocol
      ? unlike('GIA_PROTOCOL', this.options.kind)
      : new Refusal(
          'INVALID',
          'В таблице есть столбец с именами людей. Портал принимает только числа по школам: удалите этот столбец и загрузите снова.',
        );
  }

  private nothingFound(): Refusal {
    const { kind } = this.options;
    if (this.sheetsWithRows === 0)
      return new Refusal('INVALID', 'В файле нет заполненных строк. Выберите файл с данными.');
    if (this.resembles !== null) return unlike(this.resembles, kind);
    return new Refusal(
      'INVALID',
      `В первых строках таблицы не найдены заголовки столбцов вида «${importKindName(kind)}». Скачайте шаблон и сравните с ним.`,
    );
  }
}

interface Lines {
  rows: DataRows;
  reader: LineReader;
}

function unlike(found: ImportKind, asked: ImportKind): Refusal {
  const name = importKindName(found);
  return new Refusal(
    'INVALID',
    `Это похоже на «${name}», а выбрано «${importKindName(asked)}». Выберите вид данных «${name}» или другой файл.`,
    { suggestedKind: found },
  );
}

function missingColumns(missing: readonly string[]): string {
  const names = missing.map((name) => (name.startsWith('«') ? name : `«${name}»`)).join(', ');
  return missing.length === 1
    ? `Нет столбца ${names}. Добавьте его или укажите, какой столбец это значит.`
    : `Нет столбцов: ${names}. Добавьте их или укажите, какие столбцы это значат.`;
}

function eventOf(sheet: string, found: Found): ReadEvent {
  if (found.type === 'fault') return { type: 'fault', sheet, cell: found.cell, message: found.message };
  const { kind, schoolYear, school, fact, row } = found;
  return { type: 'fact', kind, schoolYear, school, fact, sheet, row };
}
