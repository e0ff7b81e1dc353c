import Link from 'next/link';
import { ChangeMark } from '@/components/ranking/change-mark';
import { groupPlace, pointsHref } from '@/components/school/addresses';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { countOf, NBSP } from '@/lib/domain/russian';
import type { CityAnalysis, DashboardYear, FlaggedSchool } from '@/lib/portal/dashboard/views';

interface FlaggedPanelProps {
  year: DashboardYear;
  analysis: CityAnalysis;
}

const schools = (count: number) => countOf(count, 'школа', 'школы', 'школ');

/** Which schools need support and why: the groups that give most of the points lead to their grounds. */
export function FlaggedPanel({ year, analysis: { flagged, points } }: FlaggedPanelProps) {
  const { list, campaign, schoolYear } = year;
  return (
    <Panel
      id="flagged"
      title={flagged.by === 'PROPOSAL' ? 'Каким школам нужна помощь: предложение правила' : 'Каким школам нужна помощь'}
      description={describe({ year, analysis: { flagged, points } })}
      actions={
        <LinkButton size="sm" href={list ? `/analysis/lists/${list.id}` : `/analysis/campaigns/${campaign.id}`}>
          {list ? 'Список' : 'Рейтинг'}
        </LinkButton>
      }
      padding={flagged.schools.length > 0 ? 'flush' : 'normal'}
    >
      {flagged.schools.length > 0 ? (
        <Table caption="Школы, которым нужна помощь, и откуда их баллы">
          <TableHead>
            <tr>
              <HeaderCell>Школа и откуда больше половины её баллов</HeaderCell>
              <HeaderCell numeric>Сумма</HeaderCell>
              <HeaderCell>За год</HeaderCell>
              {list ? <HeaderCell>В списке</HeaderCell> : null}
            </tr>
          </TableHead>
          <TableBody>
            {flagged.schools.map((school) => (
              <TableRow key={school.schoolId}>
                <RowHeader className="min-w-44">
                  <Link className="link" href={`/support/schools/${school.schoolId}`}>
                    {school.name}
                  </Link>
                  <Reasons school={school} schoolYear={schoolYear} />
                </RowHeader>
                <Cell numeric className="whitespace-nowrap">
                  {school.negativeSum === null ? (
                    <span className="text-muted">карта не принята</span>
                  ) : (
                    <Link className="link" href={pointsHref(school.schoolId, schoolYear)}>
                      {school.negativeSum} из {school.maximum}
                    </Link>
                  )}
                </Cell>
                <Cell>
                  <ChangeMark value={school.change} />
                </Cell>
                {list ? <Cell>{stayedInWords(school.stayed)}</Cell> : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        <p className="text-muted">{nobodyInWords({ flagged, points })}</p>
      )}
    </Panel>
  );
}

function Reasons({ school, schoolYear }: { school: FlaggedSchool; schoolYear: string }) {
  if (school.main.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm font-normal">
      {school.main.map(({ code, title, negativeSum, maximum }) => (
        <li key={code}>
          <Link className="link" href={pointsHref(school.schoolId, schoolYear, groupPlace(code))}>
            {title}
          </Link>
          {`: ${negativeSum}${NBSP}из${NBSP}${maximum}`}
        </li>
      ))}
    </ul>
  );
}

const stayedInWords = (stayed: boolean | null) =>
  stayed === null ? 'прошлого списка нет' : stayed ? 'второй год и дольше' : 'новая';

function describe({
  year: { list },
  analysis: { flagged, points },
}: {
  year: DashboardYear;
  analysis: Pick<CityAnalysis, 'flagged' | 'points'>;
}): string {
  const count = flagged.schools.length;
  const other = points.otherInstrumentBefore ? ' Карта с прошлого года изменилась: суммы сравнимы не полностью.' : '';
  if (list) return `В списке ${schools(count)}, приказ № ${list.orderNumber}.${other}`;
  if (flagged.by === 'NOBODY') return 'Список этого года ещё не утверждён.';
  return `Список ещё не утверждён. По принятым картам (${points.rows.length}) правило предлагает: ${schools(count)}. Решает руководитель МОЦ.${other}`;
}

function nobodyInWords({ flagged, points }: Pick<CityAnalysis, 'flagged' | 'points'>): string {
  if (flagged.by === 'LIST') return 'В утверждённом списке нет ни одной школы.';
  if (points.rows.length === 0) return 'Ни одна карта ещё не принята: предлагать некого.';
  return points.rule ? 'Правило не предлагает ни одной школы.' : 'Правило отбора не задано: задайте его в рейтинге.';
}
