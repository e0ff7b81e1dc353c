import { SidePanel } from '@/components/federal-rule/side-panel';
import { SourceLines } from '@/components/federal-rule/source-lines';
import { LinkButton } from '@/components/ui/link-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableFoot, TableHead, TableRow } from '@/components/ui/table';
import { formatChange, formatNumber, formatPercent, NBSP } from '@/lib/domain/russian';
import { SHARE_NAMES } from '@/lib/domain/social-shares';
import type { ConditionsDetails, ConditionsView } from '@/lib/portal/social-conditions/views';
import { TypeName } from './type-mark';

export interface ConditionsPanelProps {
  details: ConditionsDetails;
  view: ConditionsView;
  closeHref: string;
}

/** What one school's index is made of: each share beside the city's mean, what it adds, where it was read. */
export function ConditionsPanel({ details: { school, sources }, view, closeHref }: ConditionsPanelProps) {
  const city = new Map(view.shares.map((share) => [share.code, share]));
  const files = new Map(
    Object.values(sources)
      .flat()
      .map((line) => [`${line.fileName} ${line.sheet} ${line.row}`, line]),
  );
  return (
    <SidePanel id="school-index" kind="Социальные условия" title={school.schoolShortName} closeHref={closeHref}>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-3">
        <span className="text-3xl font-semibold tabular-nums">{formatNumber(school.index, 1)}</span>
        <span className="text-sm text-muted">
          {school.index === null
            ? whyNone(view, school.loaded)
            : `место ${school.place} из${NBSP}${view.measured} от${NBSP}трудных условий`}
        </span>
      </p>
      {school.type ? (
        <p className="mt-1 text-sm">
          <TypeName type={school.type} />
        </p>
      ) : null}
      <div className="mt-4 rounded-md border border-line">
        <Table caption={`Из чего складывается индекс, ${school.schoolShortName}`}>
          <TableHead>
            <tr>
              <HeaderCell>Показатель</HeaderCell>
              <HeaderCell numeric>Доля</HeaderCell>
              <HeaderCell numeric>По городу</HeaderCell>
              <HeaderCell numeric>Вклад</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {school.parts.map(({ code, share, contribution }) => (
              <TableRow key={code}>
                <RowHeader className="min-w-28 font-normal">{SHARE_NAMES[code]}</RowHeader>
                <Cell numeric>{formatPercent(share)}</Cell>
                <Cell numeric className="text-muted">
                  {formatPercent(city.get(code)?.mean)}
                </Cell>
                <Cell numeric>{formatChange(contribution, 1)}</Cell>
              </TableRow>
            ))}
          </TableBody>
          {school.index === null ? null : (
            <TableFoot>
              <TableRow>
                <RowHeader className="font-semibold">Начало отсчёта</RowHeader>
                <Cell colSpan={2} />
                <Cell numeric>{formatNumber(school.base, 1)}</Cell>
              </TableRow>
            </TableFoot>
          )}
        </Table>
      </div>
      <p className="mt-2 text-xs text-muted">
        Вклад{NBSP}— на{NBSP}сколько пунктов показатель поднимает или{NBSP}опускает индекс. Прочерк: данных нет или
        {NBSP}показатель у{NBSP}всех школ одинаков.
      </p>
      {school.reasons.length > 0 ? (
        <ul className="mt-3 list-disc space-y-1 pl-5 text-sm">
          {school.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <div className="mt-3">
        <SourceLines lines={[...files.values()]} />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/schools/${school.schoolId}`} size="sm">
          Страница школы
        </LinkButton>
      </div>
    </SidePanel>
  );
}

function whyNone({ measured, settings }: ConditionsView, loaded: boolean): string {
  if (!loaded) return 'социальный паспорт не загружен';
  const { minimumShares, minimumPupils } = settings.values;
  return measured === 0
    ? 'по городу слишком мало данных'
    : `нужно не меньше ${minimumShares} показателей и не меньше ${minimumPupils} обучающихся`;
}
