import { LogIn, LogOut, type LucideIcon, Repeat } from 'lucide-react';
import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { type Tone, toneText } from '@/components/ui/tone';
import { formatPercent, formatSchoolYear, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { MovementsView, YearMovement } from '@/lib/portal/lists/views';

export interface MovementTableProps {
  caption: string;
  /** the oldest first */
  years: readonly YearMovement[];
  schools: MovementsView['schools'];
}

/** Years of a track: how many schools were on the list, who entered, stayed and left. The newest year stands first. */
export function MovementTable({ caption, years, schools }: MovementTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell numeric>В списке</HeaderCell>
          <HeaderCell numeric>Доля школ</HeaderCell>
          <HeaderCell className="min-w-48">Вошли</HeaderCell>
          <HeaderCell className="min-w-48">Остались</HeaderCell>
          <HeaderCell className="min-w-48">Вышли</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {[...years].reverse().map((year) => (
          <TableRow key={year.schoolYear} className="[&>*]:align-top">
            <RowHeader className="whitespace-nowrap">
              <Link href={`/analysis/lists/${year.listId}`} className="link-quiet">
                {formatSchoolYear(year.schoolYear)}
              </Link>
            </RowHeader>
            <Cell numeric>
              <span className="text-base font-semibold">{year.listed.length}</span>
              <span className="text-muted"> из {year.schoolCount}</span>
            </Cell>
            <Cell numeric>
              {year.schoolCount > 0 ? formatPercent(year.listed.length / year.schoolCount) : NO_VALUE}
            </Cell>
            {year.comparedWith === null ? (
              <Cell colSpan={3}>
                <span className="text-muted">Первый список. </span>
                <SchoolLinks codes={year.listed} schools={schools} />
              </Cell>
            ) : (
              <>
                <Moved codes={year.entered ?? []} schools={schools} icon={LogIn} tone="warning" />
                <Moved codes={year.stayed ?? []} schools={schools} icon={Repeat} tone="neutral" />
                <Moved codes={year.left ?? []} schools={schools} icon={LogOut} tone="success" />
              </>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface MovedProps {
  codes: readonly string[];
  schools: MovementsView['schools'];
  icon: LucideIcon;
  tone: Tone;
}

function Moved({ codes, schools, icon: Icon, tone }: MovedProps) {
  return (
    <Cell>
      <span className={`inline-flex items-center gap-1.5 font-semibold ${toneText[tone]}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {codes.length}
      </span>
      {codes.length > 0 ? (
        <span className="block">
          <SchoolLinks codes={codes} schools={schools} />
        </span>
      ) : null}
    </Cell>
  );
}

function SchoolLinks({ codes, schools }: Pick<MovedProps, 'codes' | 'schools'>) {
  const byName = new Intl.Collator('ru', { numeric: true });
  const named = codes
    .map((code) => schools.get(code) ?? { id: '', code, shortName: code })
    .sort((a, b) => byName.compare(a.shortName, b.shortName));
  return named.map((school, at) => (
    <span key={school.code}>
      {at > 0 ? ', ' : null}
      <Link href={`/schools/${school.id}`} className="link-quiet">
        {typeset(school.shortName)}
      </Link>
    </span>
  ));
}
