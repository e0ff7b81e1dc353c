import Link from 'next/link';
import { placeHref } from '@/components/objectivity/addresses';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatSchoolYear, typeset } from '@/lib/domain/russian';
import type { CityAnalysis } from '@/lib/portal/dashboard/views';
import { CELL_LINK, shadeOf } from './shade';

/** So many criteria are named; the heat map has all. */
const MOST_CRITERIA = 10;

interface SubjectProps {
  municipalityId: string;
  analysis: Pick<CityAnalysis, 'signs' | 'points'>;
}

/** In which subjects and grades results show signs: how many schools; a figure opens to the map of those. */
export function SignsPanel({ municipalityId, analysis: { signs } }: SubjectProps) {
  const { resultsYear, schools, withSigns, grades, subjects } = signs;
  const map = (more: { subject?: string; grade?: number }) =>
    placeHref('', {
      municipality: municipalityId,
      year: resultsYear,
      subject: more.subject ?? '',
      grade: more.grade ?? '',
    });
  return (
    <Panel
      title="Предметы и классы: признаки в результатах"
      description={`Школы с признаком, требующим дополнительного анализа, по результатам ${formatSchoolYear(resultsYear)}: ${withSigns} из ${schools}. Признак — не вывод о школе.`}
      actions={
        <LinkButton size="sm" href={map({})}>
          Карта объективности
        </LinkButton>
      }
      padding={subjects.length > 0 ? 'flush' : 'normal'}
    >
      {subjects.length > 0 ? (
        <Table caption="Сколько школ с признаком по предметам и классам">
          <TableHead>
            <tr>
              <HeaderCell>Предмет</HeaderCell>
              {grades.map((grade) => (
                <HeaderCell key={grade} numeric>
                  {grade}&nbsp;кл.
                </HeaderCell>
              ))}
              <HeaderCell numeric>Школ</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {subjects.map(({ subject, schools: count, cells }) => (
              <TableRow key={subject}>
                <RowHeader>{subject}</RowHeader>
                {cells.map((cell, at) => (
                  <Cell key={grades[at]} numeric className={shadeOf(cell / schools)}>
                    {cell === 0 ? (
                      '0'
                    ) : (
                      <Link className={CELL_LINK} href={map({ subject, grade: grades[at] ?? 0 })}>
                        {cell}
                      </Link>
                    )}
                  </Cell>
                ))}
                <Cell numeric>
                  <Link className="link" href={map({ subject })}>
                    {count}
                  </Link>
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        <p className="text-muted">
          {schools === 0
            ? `Результаты ${formatSchoolYear(resultsYear)} не загружены: признаки не считались.`
            : 'Признаков нет ни у одной школы.'}
        </p>
      )}
    </Panel>
  );
}

/** Which criteria, and with them which exams and subjects, give points to most schools. */
export function CriteriaPanel({ analysis: { points } }: Pick<SubjectProps, 'analysis'>) {
  const { criteria, rows, campaign } = points;
  const given = criteria.filter((one) => one.schools > 0).sort((a, b) => b.schools - a.schools || b.points - a.points);
  const shown = given.slice(0, MOST_CRITERIA);
  if (shown.length === 0) return null;
  return (
    <Panel
      title="Экзамены и предметы: критерии, которые дают баллы"
      description={`Критерии с наибольшим числом школ: ${shown.length} из ${given.length}, принятых карт ${rows.length}.`}
      actions={
        <LinkButton size="sm" href={`/analysis/campaigns/${campaign.id}/heat-map`}>
          Тепловая карта
        </LinkButton>
      }
      padding="flush"
    >
      <Table caption="Критерии, которые дали баллы">
        <TableHead>
          <tr>
            <HeaderCell>Критерий</HeaderCell>
            <HeaderCell numeric>Школ</HeaderCell>
            <HeaderCell numeric>Баллов</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {shown.map(({ code, text, groupCode, schools, points: sum }) => (
            <TableRow key={code}>
              <RowHeader className="font-normal">{typeset(text)}</RowHeader>
              <Cell numeric className={shadeOf(schools / rows.length)}>
                <Link
                  className={CELL_LINK}
                  href={`/analysis/campaigns/${campaign.id}?group=${encodeURIComponent(groupCode)}`}
                  aria-label={`${schools}: школы с баллами в этой группе`}
                >
                  {schools}
                </Link>
              </Cell>
              <Cell numeric>{sum}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
