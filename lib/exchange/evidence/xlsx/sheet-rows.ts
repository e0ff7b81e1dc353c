/** Rows of a sheet as they arrive. Formulas are never evaluated: the value that Excel left beside them is read. */
import { MOST_CELL_LENGTH, MOST_COLUMNS, MOST_USED_COLUMNS } from '../limits';
import { brokenSheet, columnsBeyondTheLast, tooLongCell, tooManyColumns } from '../refusal';
import { type Cell, cellName, parseCellName, type TableRow } from '../table';
import { withoutEscapes } from './shared-strings';
import { dateOfSerial, type NumberStyle } from './styles';
import { attribute, type XmlSink } from './xml-tokens';

export interface BookTexts {
  strings: readonly string[];
  styles: readonly NumberStyle[];
  from1904: boolean;
}

const NO_VALUE = { trouble: 'В ячейке формула без значения. Откройте файл в Excel, сохраните и загрузите снова.' };
const ERROR_VALUE = { trouble: 'В ячейке ошибка вычисления. Исправьте формулу или впишите число.' };

export class SheetRows implements XmlSink {
  private readonly sheet: string;
  private readonly texts: BookTexts;
  private ready: TableRow[] = [];
  private inData = false;
  private row = 0;
  private column = -1;
  private cells: Cell[] = [];
  private type = '';
  private style = 0;
  private formula = false;
  private wanted = false;
  private seen = false;
  private value = '';
  private phonetic = false;

  constructor(sheet: string, texts: BookTexts) {
    this.sheet = sheet;
    this.texts = texts;
  }

  /** Rows that have ended since the last time. */
  taken(): TableRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.beginCell(attributes);
    else if (name === 'v' || name === 't') this.wanted = this.inData && !this.phonetic;
    else if (name === 'f') this.formula = true;
    else if (name === 'row') this.beginRow(attributes);
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'sheetData') this.inData = true;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') {
      this.wanted = false;
      this.seen = true;
    } else if (name === 'c') this.endCell();
    else if (name === 'row') {
      if (this.cells.length > 0) this.ready.push({ number: this.row, cells: this.cells });
      this.cells = [];
    } else if (name === 'rPh') this.phonetic = false;
    else if (name === 'sheetData') this.inData = false;
  }

  text(text: string): void {
    if (!this.wanted) return;
    this.value += text;
    if (this.value.length > MOST_CELL_LENGTH) {
      throw tooLongCell(`Текст в ячейке ${cellName(this.row, this.column)} листа «${this.sheet}»`);
    }
  }

  private beginRow(attributes: string): void {
    const named = attribute(attributes, 'r');
    const number = named === undefined ? this.row + 1 : Number(named);
    // rows stand in order; a row that comes twice would be two rows of one name
    if (!Number.isInteger(number) || number <= this.row || number > 1_048_576) throw brokenSheet(this.sheet);
    this.row = number;
    this.column = -1;
  }

  private beginCell(attributes: string): void {
    if (!this.inData) return;
    const name = attribute(attributes, 'r');
    const place = name === undefined ? { row: this.row, column: this.column + 1 } : parseCellName(name);
    if (!place || place.row !== this.row || place.column <= this.column) throw brokenSheet(this.sheet);
    if (place.column >= MOST_COLUMNS) throw columnsBeyondTheLast();
    this.column = place.column;
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
    this.formula = false;
    this.seen = false;
  }

  private endCell(): void {
    if (!this.inData) return;
    const cell = this.cell();
    if (cell === null || cell === '') return;
    if (this.column >= MOST_USED_COLUMNS) throw tooManyColumns();
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells.push(cell);
  }

  private cell(): Cell {
    if (this.type === 'e') return ERROR_VALUE;
    if (!this.seen || this.value === '') return this.formula && this.type !== 'str' ? NO_VALUE : null;
    switch (this.type) {
      case 's':
        return withoutEscapes(this.texts.strings[Number(this.value)] ?? this.broken());
      case 'b':
        return this.value.trim() === '1' ? 'да' : 'нет';
      case 'n':
        return this.number();
      default:
        return withoutEscapes(this.value);
    }
  }

  private number(): Cell {
    const number = Number(this.value);
    if (!Number.isFinite(number)) return this.broken();
    const style = this.texts.styles[this.style] ?? null;
    if (style === 'date') {
      const date = dateOfSerial(number, this.texts.from1904);
      return date === null ? number : { date };
    }
    // what is shown as «45,3 %» is read as it is shown
    return style === 'percent' ? `${Number((number * 100).toPrecision(12))}%` : number;
  }

  private broken(): never {
    throw brokenSheet(this.sheet);
  }
}
