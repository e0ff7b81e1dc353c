import { countOf, formatDate, formatNumber, NBSP, plural } from '@/lib/domain/russian';
import type { ComputedView, EvidenceSource } from '@/lib/portal/cards/schema';

const MOST_RANGES = 8;

/** «ОГЭ.xlsx, лист «Сводная», строки 12, 14–16, загружен 12 марта 2020». */
export function sourceInWords({ file, sheet, rows, at }: EvidenceSource): string {
  return [
    file ?? 'файл больше не виден',
    ...(sheet ? [`лист «${sheet}»`] : []),
    ...(rows.length > 0 ? [`${plural(rows.length, 'строка', 'строки', 'строки')}${NBSP}${rowsInWords(rows)}`] : []),
    ...(at ? [`загружен ${formatDate(at)}`] : []),
  ].join(', ');
}

/** «12, 14–16»; many of them: «12, 14–16 и ещё 40 строк». */
function rowsInWords(rows: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row === last.to + 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  const shown = ranges.slice(0, MOST_RANGES);
  const words = shown.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
  const left = ranges.slice(MOST_RANGES).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return left === 0 ? words : `${words} и${NBSP}ещё ${countOf(left, 'строка', 'строки', 'строк')}`;
}

/** «доля «2» на ОГЭ по русскому языку: 12,5 %, порог 10,0 %, участников 24». */
export function figuresInWords({ measure, value, threshold, n }: ComputedView): string {
  return [
    `${measure}: ${value}`,
    ...(threshold === null ? [] : [`порог ${threshold}`]),
    ...(n ? [`${n.of} ${formatNumber(n.count)}`] : []),
  ].join(', ');
}
