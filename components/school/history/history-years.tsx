import Link from 'next/link';
import { CardStatus } from '@/components/campaigns/card-status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { countOf, formatSchoolYear, formatShortDate, NBSP, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { HistoryView, HistoryYear, ListInForce, SchoolHead } from '@/lib/portal/schools/views';
import { pointsHref, tablePlace } from '../addresses';
import { ListPlaceStatus, TRACK_SHORT_NAMES } from '../list-place';
import { otherIdentity } from '../past-identities';
import { quantity } from '../results/city-words';

/** On paper ten years must fit beside everything else on one sheet. */
const ROW_LOOK =
  '[&>*]:align-top print:[&>*]:min-w-0 print:[&>*]:px-1.5 print:[&>*]:py-1 print:[&>*]:w-auto print:[&>*]:leading-tight';

/** Year by year: sums beside the city, lists with their orders, what МОЦ verified, who worked on the card. */
export function HistoryYears({ head, view: { years, tables } }: { head: SchoolHead; view: HistoryView }) {
  return (
    <Table caption="История школы по учебным годам" className="print:text-xs">
      <TableHead>
        <tr>
          <HeaderCell>Учебный год</HeaderCell>
          {tables.map((table) => (
            <HeaderCell key={table.code} numeric>
              {table.title.split('.')[0]}
            </HeaderCell>
          ))}
          <HeaderCell className="print:w-1/5">Списки</HeaderCell>
          <HeaderCell className="print:w-1/5">Проверка МОЦ</HeaderCell>
          <HeaderCell className="print:w-2/5">Кто заполнил и принял</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {years.map((year) => (
          <TableRow key={year.cardId} marked={year.lists.some((list) => list.included)} className={ROW_LOOK}>
            <RowHeader>
              <Link href={pointsHref(head.id, year.schoolYear)} className="link-quiet whitespace-nowrap tabular-nums">
                {formatSchoolYear(year.schoolYear)}
              </Link>
              <Identity year={year} head={head} />
            </RowHeader>
            {year.tables === null ? (
              <Cell colSpan={tables.length}>
                <CardStatus status={year.status} look="line" />
              </Cell>
            ) : (
              tables.map(({ code }) => <SumCell key={code} schoolId={head.id} year={year} code={code} />)
            )}
            <Cell className="min-w-64">
              <Lists lists={year.lists} linked={head.may.compare} />
            </Cell>
            <Cell className="min-w-52 lg:w-1/5">{verification(year)}</Cell>
            <Cell className="min-w-80 lg:w-1/3">
              <People year={year} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Identity({ year, head }: { year: HistoryYear; head: SchoolHead }) {
  const identity = otherIdentity(year.identity, head);
  return identity ? <span className="block text-sm font-normal text-muted">{typeset(identity)}</span> : null;
}

function SumCell({ schoolId, year, code }: { schoolId: string; year: HistoryYear; code: string }) {
  const sum = year.tables?.[code];
  const city = year.cityMeans[code];
  if (!sum) return <Cell numeric>{NO_VALUE}</Cell>;
  return (
    <Cell numeric className="whitespace-nowrap">
      <Link href={pointsHref(schoolId, year.schoolYear, tablePlace(code))} className="link-quiet">
        <span className="font-semibold">{sum.negativeSum}</span>
        {`${NBSP}из${NBSP}${sum.maximum}`}
      </Link>
      <span className="block text-muted">среднее {city === undefined ? 'скрыто' : quantity(city)}</span>
    </Cell>
  );
}

function Lists({ lists, linked }: { lists: readonly ListInForce[]; linked: boolean }) {
  if (lists.length === 0) return <span className="text-muted">не утверждались</span>;
  return (
    <ul className="space-y-1">
      {lists.map((list) => {
        const order = `приказ №${NBSP}${list.orderNumber} от${NBSP}${formatShortDate(list.orderDate)}`;
        return (
          <li key={list.listId}>
            {TRACK_SHORT_NAMES[list.track]}: <ListPlaceStatus place={list.place} />
            {list.place === 'OFF' ? null : (
              <span className="block text-muted">
                {linked ? (
                  <Link href={`/analysis/lists/${list.listId}`} className="link-quiet">
                    {order}
                  </Link>
                ) : (
                  order
                )}
              </span>
            )}
            {list.included === list.proposed ? null : (
              <span className="block">
                {list.included ? 'включена без предложения' : 'предлагалась, не включена'}
                {list.reason ? `: ${list.reason}` : ''}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function verification({ confirmedAnswers, correctedAnswers, returns, disputes }: HistoryYear): string {
  const parts = [
    ...(confirmedAnswers > 0 ? [`подтверждено ${countOf(confirmedAnswers, 'ответ', 'ответа', 'ответов')}`] : []),
    ...(correctedAnswers > 0 ? [`исправлено ${countOf(correctedAnswers, 'ответ', 'ответа', 'ответов')}`] : []),
    ...(returns > 0 ? [countOf(returns, 'возврат', 'возврата', 'возвратов')] : []),
    ...(disputes > 0 ? [countOf(disputes, 'возражение', 'возражения', 'возражений')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'без замечаний';
}

function People({ year }: { year: HistoryYear }) {
  const { filledInBy, submittedAt, acceptedBy, acceptedAt } = year;
  const on = (moment: Date | null) =>
    moment ? <span className="print:hidden">, {formatShortDate(moment)}</span> : null;
  if (filledInBy.length === 0) return <span className="text-muted">ещё никто не отвечал</span>;
  return (
    <>
      <span className="block">
        {typeset(filledInBy.join(', '))}
        {on(submittedAt)}
      </span>
      {acceptedBy ? (
        <span className="block text-muted">
          принял(а) {typeset(acceptedBy)}
          {on(acceptedAt)}
        </span>
      ) : null}
    </>
  );
}
