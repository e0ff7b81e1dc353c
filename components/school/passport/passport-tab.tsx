import Link from 'next/link';
import { gradesInWords, SCHOOL_KINDS } from '@/components/schools/school-kinds';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, formatDate, formatNumber, formatShortDate, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { MergedSchool, SchoolPassport } from '@/lib/portal/schools/views';

/** Who the school is, and who it was. */
export function PassportTab({ passport }: { passport: SchoolPassport }) {
  const { predecessors, successors, principals } = passport;
  return (
    <div className="space-y-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title="Сегодня">
          <DescriptionList
            items={[
              { term: 'Полное название', value: typeset(passport.name) },
              { term: 'Код', value: passport.code },
              { term: 'Логин в ФИС ОКО', value: passport.login ?? NO_VALUE },
              { term: 'Вид', value: SCHOOL_KINDS[passport.kind] },
              { term: 'Классы', value: gradesInWords(passport.gradeFrom, passport.gradeTo) },
              { term: 'Обучающихся', value: formatNumber(passport.pupils) },
              ...(passport.advanced.length > 0 ? [{ term: 'Углублённо', value: passport.advanced.join(', ') }] : []),
              { term: 'Муниципалитет', value: capitalised(passport.municipalityName) },
              { term: 'Адрес', value: passport.address ? typeset(passport.address) : NO_VALUE },
              ...(passport.closedOn ? [{ term: 'Закрыта', value: formatDate(passport.closedOn) }] : []),
            ]}
          />
        </Panel>
        <Panel title="Учётные записи директора">
          {principals.length > 0 ? (
            <ul className="space-y-1">
              {principals.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and are never reordered
                <li key={at}>{typeset(name)}</li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">
              {passport.closedOn
                ? 'Школа закрыта, действующих учётных записей нет.'
                : 'Действующих учётных записей не видно: пригласить директора может руководитель МОЦ или администратор.'}
            </p>
          )}
        </Panel>
      </div>
      {predecessors.length + successors.length > 0 ? (
        <Panel title="Присоединения">
          <ul className="space-y-3">
            {predecessors.map((school) => (
              <li key={school.id}>
                {formatDate(school.happenedOn)} присоединена <SchoolLink school={school} />
                <Ground text={school.ground} />
              </li>
            ))}
            {successors.map((school) => (
              <li key={school.id}>
                {formatDate(school.happenedOn)} школа присоединена к: <SchoolLink school={school} />
                <Ground text={school.ground} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel
        title="Паспорт по датам"
        description="Имя, классы и муниципалитет действовали с дня до дня. Суммы прошлых лет остаются с тем паспортом, который был тогда."
        padding="flush"
      >
        <PeriodTable passport={passport} />
      </Panel>
    </div>
  );
}

function SchoolLink({ school }: { school: MergedSchool }) {
  if (!school.inSight) return <strong className="font-medium">{typeset(school.name)}</strong>;
  return (
    <Link href={`/schools/${school.id}`} className="link">
      {typeset(school.name)}
    </Link>
  );
}

function Ground({ text }: { text: string }) {
  return text ? <span className="block text-sm text-muted">{text}</span> : null;
}

function PeriodTable({ passport }: { passport: SchoolPassport }) {
  return (
    <Table caption="Паспорт школы по датам">
      <TableHead>
        <tr>
          <HeaderCell className="whitespace-nowrap">Действует с</HeaderCell>
          <HeaderCell>по</HeaderCell>
          <HeaderCell>Название</HeaderCell>
          <HeaderCell>Вид и классы</HeaderCell>
          <HeaderCell numeric>Обучающихся</HeaderCell>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell>Основание</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {passport.periods.map((period) => (
          <TableRow key={period.validFrom.toISOString()}>
            <RowHeader className="min-w-0 whitespace-nowrap tabular-nums">
              {formatShortDate(period.validFrom)}
            </RowHeader>
            <Cell className="whitespace-nowrap tabular-nums">
              {period.validTo ? formatShortDate(lastDay(period.validTo)) : 'сейчас'}
            </Cell>
            <Cell className="min-w-48">
              {typeset(period.shortName)}
              <span className="block text-muted">{typeset(period.name)}</span>
            </Cell>
            <Cell className="whitespace-nowrap">
              {SCHOOL_KINDS[period.kind]}, {gradesInWords(period.gradeFrom, period.gradeTo)}
            </Cell>
            <Cell numeric>{formatNumber(period.pupils)}</Cell>
            <Cell>{capitalised(period.municipalityName)}</Cell>
            <Cell className="min-w-40">{period.reason || NO_VALUE}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A period ends before its last day's midnight: the day before `validTo` is its last one. */
function lastDay(validTo: Date): Date {
  return new Date(validTo.getTime() - 86_400_000);
}
