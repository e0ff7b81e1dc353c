import { HeatMark } from './heat-cell';

const cell = { points: 0, maximum: 1, disputed: false };

const EXAMPLES = [
  { cell: { ...cell, kind: 'POINT', points: 1 }, words: 'балл' },
  { cell: { ...cell, kind: 'POINT', points: 3, maximum: 8 }, words: 'число признаков' },
  { cell: { ...cell, kind: 'NONE' }, words: 'балла нет' },
  { cell: { ...cell, kind: 'NA' }, words: 'не применимо' },
  { cell: { ...cell, kind: 'UNANSWERED' }, words: 'нет ответа' },
  { cell: { ...cell, kind: 'OUTSIDE' }, words: 'критерий не касается школы' },
  { cell: { ...cell, kind: 'POINT', points: 1, disputed: true }, words: 'оспаривается' },
] as const;

/** What the marks of the heat map mean. */
export function HeatLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {EXAMPLES.map((example) => (
        <li key={example.words} className="flex items-center gap-2">
          <HeatMark cell={example.cell} />
          {example.words}
        </li>
      ))}
    </ul>
  );
}
