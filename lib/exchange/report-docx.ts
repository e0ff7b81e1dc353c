/** A report as docx: styles of headings, contents, numbered tables with a repeated head, Russian as the language. */
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import {
  hasContents,
  linesOfText,
  type ReportBlock,
  type ReportColumn,
  type ReportDocument,
  withNumbers,
} from './report-document';
import { figureSvg, figureWords } from './report-figure';
import { figurePng } from './report-figure-png';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twips of the text of an A4 page with margins of 2 cm. */
const TEXT_WIDTH = 9638;
const BULLETS = 'bullets';

/** The file's bytes. */
export async function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const { title, subtitle, note, author } = report;
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: note,
    features: { updateFields: true },
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } },
        title: { run: { size: 32, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '—',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 425, hanging: 283 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' из ', PageNumber.TOTAL_PAGES], size: 18 })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...(subtitle ? [new Paragraph({ children: [new TextRun({ text: subtitle, bold: true })] })] : []),
          new Paragraph({
            spacing: { after: 240 },
            children: [new TextRun({ text: note, size: 20, color: '555555' })],
          }),
          ...contents(report.blocks),
          ...withNumbers(report.blocks).flatMap((block, at) => blockNodes(block, at)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Headings are found by their place among the blocks. */
const markOf = (at: number) => `part${at}`;

/**
 * Lines with page references of their own: the contents that Word makes
 * have no page numbers in other programs until somebody asks for them.
 */
function contents(blocks: readonly ReportBlock[]): Paragraph[] {
  const headings = blocks.flatMap((block, at) => (block.kind === 'heading' ? [{ ...block, at }] : []));
  if (!hasContents(blocks)) return [];
  return [
    new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: 'Содержание', bold: true })] }),
    ...headings.map(
      ({ text, level, at }) =>
        new Paragraph({
          indent: { left: (level - 1) * 283 },
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({ anchor: markOf(at), children: [new TextRun(text)] }),
            new TextRun({ children: ['\t', new PageReference(markOf(at))] }),
          ],
        }),
    ),
  ];
}

function blockNodes(block: ReportBlock, at: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new Bookmark({ id: markOf(at), children: [new TextRun(block.text)] })],
        }),
      ];
    case 'paragraph':
      return linesOfText(block.text).map(
        (line) =>
          new Paragraph({
            spacing: { after: 120 },
            children: [new TextRun({ text: line, ...(block.muted && { color: '555555' }) })],
          }),
      );
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: [new TextRun(item)] }),
      );
    case 'facts':
      return [
        table(
          [
            { title: '', width: 0.32 },
            { title: '', width: 0.68 },
          ],
          block.rows,
          false,
        ),
        new Paragraph({ children: [] }),
      ];
    case 'table':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 120, after: 60 },
          children: [new TextRun({ text: block.caption, bold: true })],
        }),
        table(block.columns, block.rows, true),
        new Paragraph({ children: [] }),
      ];
    case 'figure': {
      const { svg, width, height } = figureSvg(block.drawing);
      const altText = { name: block.caption, title: block.caption, description: figureWords(block.drawing) };
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160 },
          children: [new ImageRun({ type: 'png', data: figurePng(svg), transformation: { width, height }, altText })],
        }),
        new Paragraph({
          spacing: { before: 60, after: 160 },
          children: [new TextRun({ text: block.caption, bold: true })],
        }),
      ];
    }
  }
}

function table(columns: readonly ReportColumn[], rows: readonly (readonly string[])[], withHead: boolean): Table {
  const widths = columns.map(({ width }) => Math.round(width * TEXT_WIDTH));
  const cell = (value: string, index: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: (linesOfText(value).length > 0 ? linesOfText(value) : ['']).map(
        (line) =>
          new Paragraph({
            alignment: columns[index]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text: line, bold, size: 20 })],
          }),
      ),
    });
  const head = new TableRow({
    tableHeader: true,
    children: columns.map(({ title }, index) => cell(title, index, true)),
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...(withHead ? [head] : []),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, index) => cell(row[index] ?? '', index, !withHead && index === 0)),
          }),
      ),
    ],
  });
}
