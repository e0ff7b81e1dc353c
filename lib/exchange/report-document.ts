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
    };

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

/** Tables are numbered through the document, in the order in which they stand. */
export function withTableNumbers(blocks: readonly ReportBlock[]): ReportBlock[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    number += 1;
    return { ...block, caption: `Таблица ${number}. ${block.caption}` };
  });
}
