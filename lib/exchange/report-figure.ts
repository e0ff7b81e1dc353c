/** Figures of reports as SVG: bars by category, lines by year. Told apart without colour, each value written. */
import { formatNumber } from '@/lib/domain/russian';

export type FigureDrawing =
  | {
      kind: 'bars';
      /** a bar each in every row, at most three; one alone needs no legend */
      series: readonly string[];
      /** null where there are no data, which is never drawn as zero */
      rows: readonly { label: string; values: readonly (number | null)[] }[];
      digits?: number;
    }
  | {
      kind: 'lines';
      series: readonly string[];
      /** along the axis: school years */
      labels: readonly string[];
      /** by series, then by label */
      values: readonly (readonly (number | null)[])[];
      digits?: number;
    };

export interface FigureSvg {
  svg: string;
  /** pixels of the drawing */
  width: number;
  height: number;
}

/** The typeface by the name that its files have. */
export const FIGURE_FONT = 'Golos Text';

const WIDTH = 640;
const TEXT = 12;
const LINE = 15;
const LOOKS = [
  { fill: '#1f4e5f', dash: '', marker: 'circle' },
  { fill: '#ffffff', dash: '7 4', marker: 'square' },
  { fill: '#b8b8b8', dash: '2 3', marker: 'triangle' },
] as const;
const lookOf = (at: number) => LOOKS[at % LOOKS.length] ?? LOOKS[0];
const INK = '#1a1a1a';

/** The drawing of a figure. */
export function figureSvg(drawing: FigureDrawing): FigureSvg {
  return drawing.kind === 'bars' ? barsSvg(drawing) : linesSvg(drawing);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function words(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

function whole(height: number, parts: readonly string[]): FigureSvg {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FIGURE_FONT}" font-size="${TEXT}" fill="${INK}">${parts.join('')}</svg>`;
  return { svg, width: WIDTH, height };
}

/** The text in lines of at most so many letters, broken between words; a longer word stays whole. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function legend(series: readonly string[]): { parts: string[]; height: number } {
  if (series.length < 2) return { parts: [], height: 0 };
  const parts = series.flatMap((name, at) => {
    const y = 6 + at * (LINE + 3);
    const { fill } = lookOf(at);
    return [
      `<rect x="1" y="${y}" width="14" height="10" fill="${fill}" stroke="${INK}" stroke-width="1"/>`,
      words(name, 22, y + 10),
    ];
  });
  return { parts, height: series.length * (LINE + 3) + 10 };
}

const LABELS = 230;
/** as many as fit beside the bars in this typeface, wide letters too */
const LABEL_LETTERS = 29;
const BAR = 16;

function barsSvg({ series, rows, digits = 0 }: Extract<FigureDrawing, { kind: 'bars' }>): FigureSvg {
  const { parts, height: above } = legend(series);
  const most = Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)), 0) || 1;
  const room = WIDTH - LABELS - 70;
  let y = above + 4;
  for (const { label, values } of rows) {
    const lines = linesOf(label, LABEL_LETTERS);
    const height = Math.max(values.length * (BAR + 2), lines.length * LINE);
    const top = y + (height - lines.length * LINE) / 2;
    lines.forEach((line, at) => {
      parts.push(words(line, LABELS - 10, top + at * LINE + TEXT, 'end'));
    });
    const first = y + (height - values.length * (BAR + 2)) / 2;
    values.forEach((value, at) => {
      const barY = first + at * (BAR + 2);
      if (value === null) {
        parts.push(words('нет данных', LABELS + 6, barY + TEXT));
        return;
      }
      const length = round((Math.max(0, value) / most) * room);
      parts.push(
        `<rect x="${LABELS}" y="${round(barY)}" width="${length}" height="${BAR}" fill="${lookOf(at).fill}" stroke="${INK}" stroke-width="0.8"/>`,
        words(formatNumber(value, digits), LABELS + length + 6, barY + TEXT),
      );
    });
    y += height + 8;
  }
  parts.push(`<line x1="${LABELS}" x2="${LABELS}" y1="${above}" y2="${round(y)}" stroke="${INK}" stroke-width="1"/>`);
  return whole(Math.ceil(y + 4), parts);
}

const PLOT = 200;
const LEFT = 46;

function linesSvg({ series, labels, values, digits = 0 }: Extract<FigureDrawing, { kind: 'lines' }>): FigureSvg {
  const { parts, height: above } = legend(series);
  const known = values.flat().filter((value) => value !== null);
  const most = Math.max(...known, 0);
  const least = Math.min(...known, most);
  // an axis that does not begin at zero only where changes could not be seen otherwise; its ends are written
  const floor = least > most * 0.75 ? Math.max(0, least - (most - least || 1) * 0.3) : 0;
  const x = (at: number) => LEFT + 20 + (at * (WIDTH - LEFT - 70)) / Math.max(1, labels.length - 1);
  const y = (value: number) => above + 20 + (PLOT * (most - value)) / (most - floor || 1);
  const bottom = above + 20 + PLOT;
  parts.push(
    `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${bottom}" y2="${bottom}" stroke="${INK}" stroke-width="1"/>`,
    words(formatNumber(floor, digits), LEFT - 6, bottom + 4, 'end'),
    words(formatNumber(most, digits), LEFT - 6, above + 24, 'end'),
    ...labels.map((label, at) => words(label, x(at), bottom + 18, 'middle')),
  );
  values.forEach((line, at) => {
    const { dash, marker, fill } = lookOf(at);
    const points = line.map((value, place) => (value === null ? null : { x: x(place), y: y(value), value }));
    for (let place = 1; place < points.length; place += 1) {
      const [from, to] = [points[place - 1], points[place]];
      if (from && to)
        parts.push(
          `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${INK}" stroke-width="2"${dash && ` stroke-dasharray="${dash}"`}/>`,
        );
    }
    for (const point of points) {
      if (!point) continue;
      parts.push(markerSvg(marker, point.x, point.y, fill));
      parts.push(words(formatNumber(point.value, digits), point.x, point.y - 9, 'middle'));
    }
  });
  return whole(bottom + 28, parts);
}

function markerSvg(kind: (typeof LOOKS)[number]['marker'], x: number, y: number, fill: string): string {
  const look = `fill="${fill}" stroke="${INK}" stroke-width="1.2"`;
  if (kind === 'circle') return `<circle cx="${round(x)}" cy="${round(y)}" r="4" ${look}/>`;
  if (kind === 'square') return `<rect x="${round(x - 4)}" y="${round(y - 4)}" width="8" height="8" ${look}/>`;
  return `<path d="M${round(x)} ${round(y - 5)} l5 9 h-10 z" ${look}/>`;
}

/** What the figure shows in words, for those who do not see it: every value. */
export function figureWords(drawing: FigureDrawing): string {
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? 'нет данных' : formatNumber(value, drawing.digits ?? 0);
  const of = (name: string | undefined, value: string) => (drawing.series.length > 1 ? `${name} ${value}` : value);
  const places =
    drawing.kind === 'bars'
      ? drawing.rows
      : drawing.labels.map((label, at) => ({ label, values: drawing.values.map((line) => line[at] ?? null) }));
  return places
    .map(
      ({ label, values }) => `${label}: ${values.map((value, at) => of(drawing.series[at], number(value))).join(', ')}`,
    )
    .join('; ');
}
