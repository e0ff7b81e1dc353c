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

/** So many rows are named one by one. */
const NAMED_ROWS = 6;

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

function rowsInWords(rows: readonly number[]): string {
  if (rows.length === 1) return `строка ${rows[0]}`;
  if (rows.length <= NAMED_ROWS) return `строки ${rows.join(', ')}`;
  return `строки ${rows[0]}–${rows.at(-1)}`;
}
