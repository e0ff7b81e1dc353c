import { Circle, CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { PositionState } from '@/lib/domain/aims/completeness';
import { POSITION_CODES, POSITIONS, positionNumber } from '@/lib/domain/aims/positions';
import { STATE_WORDS } from '@/lib/domain/aims/words';
import { formatShortDate, NO_VALUE } from '@/lib/domain/russian';
import type { CompletenessRow } from '@/lib/portal/aims/views';

const ICONS = { EMPTY: Circle, PARTIAL: CircleDashed, COMPLETE: CircleCheck };
const COLOURS = { EMPTY: 'text-muted', PARTIAL: 'text-warning', COMPLETE: 'text-success' };

/** Municipalities by name with the state of each position; told by a sign with its word, the colour only helps. */
export function CompletenessTable({ rows, schoolYear }: { rows: readonly CompletenessRow[]; schoolYear: string }) {
  return (
    <Table caption="Полнота описания по муниципалитетам" scroll="narrow">
      <TableHead>
        <tr>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell numeric>Заполнено</HeaderCell>
          {POSITION_CODES.map((code) => (
            <HeaderCell key={code}>
              <abbr title={POSITIONS[code].title} className="no-underline">
                {positionNumber(code) ?? 'Прогр.'}
              </abbr>
            </HeaderCell>
          ))}
          <HeaderCell numeric>Показателей с планом</HeaderCell>
          <HeaderCell>Изменено</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.municipalityId}>
            <RowHeader>
              <Link className="link" href={`/aims?year=${schoolYear}&municipality=${row.municipalityId}`}>
                {row.municipality}
              </Link>
            </RowHeader>
            <Cell numeric>
              {row.complete} из {POSITION_CODES.length}
            </Cell>
            {POSITION_CODES.map((code) => (
              <Cell key={code}>
                <StateSign state={row.states[code]} />
              </Cell>
            ))}
            <Cell numeric>{row.withTarget}</Cell>
            <Cell>{row.changedAt ? formatShortDate(row.changedAt) : NO_VALUE}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function StateSign({ state }: { state: PositionState }) {
  const Icon = ICONS[state];
  return (
    <span title={STATE_WORDS[state]}>
      <Icon aria-hidden className={`size-5 ${COLOURS[state]}`} />
      <span className="sr-only">{STATE_WORDS[state]}</span>
    </span>
  );
}

/** What the signs of the table mean, and the numbers of its columns. */
export function CompletenessLegend() {
  return (
    <div className="space-y-3 text-sm">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {(Object.keys(ICONS) as PositionState[]).map((state) => {
          const Icon = ICONS[state];
          return (
            <li key={state} className="flex items-center gap-2">
              <Icon aria-hidden className={`size-5 ${COLOURS[state]}`} />
              {STATE_WORDS[state]}
            </li>
          );
        })}
      </ul>
      <ol className="grid gap-x-6 gap-y-1 text-muted sm:grid-cols-2 lg:grid-cols-3">
        {POSITION_CODES.map((code) => (
          <li key={code}>
            {positionNumber(code) ?? 'Прогр.'} — {POSITIONS[code].title}
          </li>
        ))}
      </ol>
    </div>
  );
}
