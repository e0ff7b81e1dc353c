import type { MapCell } from '@/lib/portal/objectivity/views';
import { lookOf } from './map-cell';

const cell: MapCell = { result: 'SIGN', signs: ['S4'], withdrawn: [], confirmed: [], inReview: false };

const EXAMPLES: readonly { cell: MapCell; words: string }[] = [
  { cell, words: 'один признак' },
  { cell: { ...cell, signs: ['S1', 'S4'] }, words: 'признаков два и больше' },
  { cell: { ...cell, result: 'NO_SIGN', signs: [] }, words: 'признаков нет' },
  { cell: { ...cell, result: 'NO_DATA', signs: [] }, words: 'данных недостаточно, портал воздерживается' },
  { cell: { ...cell, inReview: true }, words: 'идёт перепроверка' },
  { cell: { ...cell, confirmed: ['S4'] }, words: 'подтверждён перепроверкой' },
  { cell: { ...cell, result: 'NO_SIGN', signs: [], withdrawn: ['S4'] }, words: 'признак снят' },
];

/** What the marks of the map mean. */
export function MapLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {EXAMPLES.map((example) => {
        const { figure, ...look } = lookOf(example.cell);
        return (
          <li key={example.words} className="flex items-center gap-2">
            <span aria-hidden className="sign-cell shrink-0" {...look}>
              {figure}
            </span>
            {example.words}
          </li>
        );
      })}
      <li className="flex items-center gap-2">
        <span aria-hidden className="w-7 text-center text-muted">
          —
        </span>
        работы не было
      </li>
    </ul>
  );
}
