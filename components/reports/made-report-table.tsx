import { FileDown } from 'lucide-react';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatFileSize, formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import type { MadeReportJson } from '@/lib/portal/reports/schema';
import { ReportProgress } from './report-progress';
import { FORMAT_NAMES } from './report-request-form';

export interface MadeReportRow extends MadeReportJson {
  /** «Годовой отчёт центра», with the school where it is of one */
  title: string;
}

/** Reports that were asked for, the newest first: waiting ones with their progress, made ones to download. */
export function MadeReportTable({ rows, now }: { rows: readonly MadeReportRow[]; now: Date }) {
  return (
    <Table caption="Собранные отчёты">
      <TableHead>
        <tr>
          <HeaderCell>Отчёт</HeaderCell>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Кто и когда просил</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <RowHeader>
              {row.title}, {FORMAT_NAMES[row.format]}
            </RowHeader>
            <Cell className="whitespace-nowrap">{formatSchoolYear(row.schoolYear)}</Cell>
            <Cell>
              {row.askedBy}
              <span className="block text-sm text-muted">{formatMoment(new Date(row.askedAt), now)}</span>
            </Cell>
            <Cell>
              <State row={row} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function State({ row }: { row: MadeReportRow }) {
  const { id, state, title, progress, step, failure, size, format } = row;
  if (state === 'DONE') {
    return (
      <LinkButton size="sm" href={`/reports/files/${id}`} prefetch={false} download>
        <FileDown aria-hidden /> Скачать
        <span className="sr-only">
          : {title}, {FORMAT_NAMES[format]}
        </span>
        {size === null ? null : <span className="text-muted">{formatFileSize(size)}</span>}
      </LinkButton>
    );
  }
  if (state === 'FAILED') {
    return (
      <>
        <Status tone="danger" look="line">
          Не получилось
        </Status>
        <span className="block max-w-72 text-sm text-muted">{failure}</span>
      </>
    );
  }
  return <ReportProgress key={id} id={id} name={title} progress={progress} step={step} />;
}
