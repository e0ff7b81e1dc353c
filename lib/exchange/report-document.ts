import type { FigureDrawing } from './report-figure';

/** A document for printing, apart from its format: what docx and pdf are made of. */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string; muted?: boolean }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; rows: readonly (readonly [term: string, value: string])[] }
  | {
      kind: 'table';
      caption: string;
      columns: readonly ReportColumn[];
      rows: readonly (readonly string[])[];
    }
  | { kind: 'figure'; caption: string; drawing: FigureDrawing };

export interface ReportColumn {
  title: string;
  /** share of the width, 0..1; all of a table make 1 */
  width: number;
  numeric?: boolean;
}

export interface ReportDocument {
  title: string;
  subtitle?: string;
  /** stands small under the title: who made it and when */
  note: string;
  author: string;
  madeAt: Date;
  blocks: readonly ReportBlock[];
}

/** Lines of a text that a person typed, without empty ones. */
export const linesOfText = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

/** Worth a table of contents from four headings on. */
export const hasContents = (blocks: readonly ReportBlock[]): boolean =>
  blocks.filter(({ kind }) => kind === 'heading').length >= 4;

/** Tables and figures are numbered through the document, each in the order in which they stand. */
export function withNumbers(blocks: readonly ReportBlock[]): ReportBlock[] {
  const numbers = { table: 0, figure: 0 };
  return blocks.map((block) => {
    if (block.kind !== 'table' && block.kind !== 'figure') return block;
    numbers[block.kind] += 1;
    const name = block.kind === 'table' ? 'Таблица' : 'Рисунок';
    return { ...block, caption: `${name} ${numbers[block.kind]}. ${block.caption}` };
  });
}
