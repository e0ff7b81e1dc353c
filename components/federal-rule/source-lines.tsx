import { formatShortDate, NBSP } from '@/lib/domain/russian';
import type { SourceLine } from '@/lib/portal/federal-rule/views';

/** Where figures were read: file, sheet, row, day of the import. */
export function SourceLines({ lines }: { lines: readonly SourceLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="text-xs text-muted">
      {lines.map(({ fileName, sheet, row, appliedAt }) => (
        <li key={`${fileName} ${sheet} ${row}`} className="wrap-anywhere">
          {fileName}
          {sheet ? `, лист «${sheet}»` : ''}
          {row > 0 ? `, строка${NBSP}${row}` : ''}
          {appliedAt ? `, загружен ${formatShortDate(appliedAt)}` : ''}
        </li>
      ))}
    </ul>
  );
}
