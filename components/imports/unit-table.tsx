import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { importKindName } from '@/lib/domain/evidence/import-kinds';
import { countOf, formatNumber, formatSchoolYear, formatShortDate, plural } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';
import { unitInWords } from './import-words';

/** «12 наборов данных; прежних данных заменит: 3. Показаны первые 10». */
export function unitsInWords({ units, replacing, sample, status }: ImportView): string {
  const sets = `${countOf(units, 'набор', 'набора', 'наборов')} данных`;
  const verb =
    status === 'PREVIEW'
      ? plural(replacing, 'заменит', 'заменят', 'заменят')
      : plural(replacing, 'заменил', 'заменили', 'заменили');
  const replaced = replacing === 0 ? 'прежних данных о том же нет' : `${formatNumber(replacing)} ${verb} прежние`;
  const shown = units > sample.length ? ` Показаны первые ${sample.length}.` : '';
  return `${sets}: ${replaced}.${shown}`;
}

/** Some of the things that the file is the whole truth of, and what they replace. */
export function UnitTable({ units, applied }: { units: ImportView['sample']; applied: boolean }) {
  return (
    <Table caption="Что изменит файл">
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Данные</HeaderCell>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>{applied ? 'Что заменено' : 'Что заменит'}</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {units.map(({ schoolName, kind, key, schoolYear, replaces }) => (
          <TableRow key={`${schoolName} ${kind} ${key} ${schoolYear}`}>
            <RowHeader>{schoolName ?? 'Общая строка или шкала'}</RowHeader>
            <Cell>{[importKindName(kind), unitInWords(kind, key)].filter(Boolean).join(': ')}</Cell>
            <Cell className="whitespace-nowrap">{formatSchoolYear(schoolYear)}</Cell>
            <Cell>
              {replaces
                ? `«${replaces.fileName}»${replaces.appliedAt ? ` от ${formatShortDate(replaces.appliedAt)}` : ''}`
                : 'ничего: таких данных не было'}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
