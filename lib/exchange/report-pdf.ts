/** A report as pdf, with the portal's own typeface inside. */
import pdfmake from 'pdfmake';
import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces';
import {
  hasContents,
  linesOfText,
  type ReportBlock,
  type ReportColumn,
  type ReportDocument,
  withNumbers,
} from './report-document';
import { FIGURE_FONT, figureSvg } from './report-figure';
import { reportFonts } from './report-fonts';

export const PDF = 'application/pdf';

let prepared = false;

function prepare(): void {
  if (prepared) return;
  const { normal, bold } = reportFonts();
  pdfmake.setFonts({ [FIGURE_FONT]: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  prepared = true;
}

/** Of the height between the margins: under it there is no room for a heading with a line of text, a caption with its table. */
const LAST_PLACE = { heading: 0.92, caption: 0.88 };
/** Captions of tables count as headlines under those of the text, so that the page may break before them. */
const CAPTION_LEVEL = 3;

/** The file's bytes. */
export async function reportPdf(report: ReportDocument): Promise<Uint8Array> {
  prepare();
  const { title, subtitle, note, author, madeAt, blocks } = report;
  const inContents = hasContents(blocks);
  const definition: TDocumentDefinitions = {
    info: { title, author, creationDate: madeAt, modDate: madeAt },
    language: 'ru-RU',
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    defaultStyle: { font: FIGURE_FONT, fontSize: 10, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 18, bold: true },
      subtitle: { fontSize: 12, bold: true, margin: [0, 4, 0, 0] },
      note: { fontSize: 9, color: '#555555', margin: [0, 4, 0, 14] },
      h1: { fontSize: 14, bold: true, margin: [0, 14, 0, 6] },
      h2: { fontSize: 11, bold: true, margin: [0, 10, 0, 4] },
      caption: { bold: true, margin: [0, 8, 0, 4] },
      muted: { color: '#555555' },
    },
    // a heading never ends a page
    // what follows a heading cannot be asked for: cells of a table that moved on still count as standing on this page
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined &&
      startPosition.verticalRatio > (headlineLevel === CAPTION_LEVEL ? LAST_PLACE.caption : LAST_PLACE.heading),
    footer: (page, pages) => ({ text: `${page} из ${pages}`, alignment: 'center', fontSize: 8, margin: [0, 20, 0, 0] }),
    content: [
      { text: title, style: 'title' },
      ...(subtitle ? [{ text: subtitle, style: 'subtitle' }] : []),
      { text: note, style: 'note' },
      ...(inContents ? [{ toc: { title: { text: 'Содержание', style: 'caption' } } }] : []),
      ...withNumbers(blocks).flatMap((block) => blockContent(block, inContents)),
    ],
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

function blockContent(block: ReportBlock, inContents: boolean): Content[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          ...{ text: block.text, style: block.level === 1 ? 'h1' : 'h2', headlineLevel: block.level },
          ...(inContents && {
            tocItem: true,
            tocMargin: [12 * (block.level - 1), 2, 0, 0] as [number, number, number, number],
          }),
        },
      ];
    case 'paragraph':
      return linesOfText(block.text).map((text) => ({
        text,
        margin: [0, 0, 0, 5],
        ...(block.muted && { style: 'muted' }),
      }));
    case 'list':
      return [{ ul: [...block.items], margin: [0, 0, 0, 6] }];
    case 'facts':
      return [
        {
          layout: 'lightHorizontalLines',
          margin: [0, 0, 0, 8],
          table: {
            widths: ['32%', '*'],
            body: block.rows.map(([term, value]) => [{ text: term, style: 'muted' }, { text: value }]),
          },
        },
      ];
    case 'table':
      return [
        { text: block.caption, style: 'caption', headlineLevel: CAPTION_LEVEL },
        table(block.columns, block.rows),
      ];
    case 'figure':
      return [
        {
          unbreakable: true,
          stack: [
            { svg: figureSvg(block.drawing).svg, width: 470, margin: [0, 8, 0, 4] },
            { text: block.caption, style: 'caption' },
          ],
        },
      ];
  }
}

function table(columns: readonly ReportColumn[], rows: readonly (readonly string[])[]): ContentTable {
  const alignment = (index: number) => (columns[index]?.numeric ? ('right' as const) : ('left' as const));
  return {
    margin: [0, 0, 0, 8],
    fontSize: 9,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }, index) => (index === columns.length - 1 ? '*' : `${Math.round(width * 100)}%`)),
      body: [
        columns.map(({ title }, index) => ({
          text: title,
          bold: true,
          alignment: alignment(index),
          fillColor: '#eeeeee',
        })),
        ...rows.map((row) => columns.map((_, index) => ({ text: row[index] ?? '', alignment: alignment(index) }))),
      ],
    },
  };
}
