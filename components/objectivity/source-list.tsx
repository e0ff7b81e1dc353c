import type { FactKind } from '@/lib/domain/evidence/facts';
import { formatDate } from '@/lib/domain/russian';
import type { CellSource } from '@/lib/portal/objectivity/views';

const KIND_WORDS: Partial<Record<FactKind, string>> = {
  VPR_MARKS: 'Отметки',
  VPR_SCORES: 'Первичные баллы',
  VPR_SCALE: 'Официальная шкала',
  VPR_JOURNAL: 'Сравнение с журналом',
  VPR_TASKS: 'Выполнение заданий',
  FIOKO_MARKERS: 'Перечень ФИОКО',
  MEDALS: 'Медалисты',
  OGE_JOURNAL: 'Годовые отметки и ОГЭ',
};

/** The files that the figures were read from. */
export function SourceList({ sources }: { sources: readonly CellSource[] }) {
  return (
    <ul className="space-y-1 text-sm">
      {sources.map(({ kind, fileName, appliedAt, sheet, rows, ofReference }) => (
        <li key={`${kind} ${fileName} ${sheet} ${ofReference} ${rows[0]}`}>
          <span className="font-medium">{KIND_WORDS[kind] ?? kind}</span>
          {ofReference && kind !== 'VPR_SCALE' ? ' (регион)' : ''}: «{fileName}»{sheet ? `, лист «${sheet}»` : ''},{' '}
          {rowsInWords(rows)}
          {appliedAt ? <span className="text-muted">, загружен {formatDate(appliedAt)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** «строка 3», «строки 12–17, 20». */
function rowsInWords(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  const written = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${rows.length === 1 ? 'строка' : 'строки'} ${written.join(', ')}`;
}
