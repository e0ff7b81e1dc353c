import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { INDICATOR_SOURCES, MEASURE_STATES, type ProgrammeIndicator } from '@/lib/domain/programme/content';
import { formatDate, formatNumber, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { ProgrammeView } from '@/lib/portal/programmes/views';

const day = (text: string) => (text === '' ? NO_VALUE : formatDate(new Date(text)));
const or = (text: string) => text || NO_VALUE;

/** The programme as a document, for those who read and print it. */
export function ProgrammeDocument({ programme }: { programme: ProgrammeView }) {
  const { passport, analysis, aims, measures, resources, partners, risks, antiRisk } = programme.content;
  return (
    <div className="space-y-6">
      <Panel title="Паспорт">
        <DescriptionList
          items={[
            { term: 'Ответственный', value: or(passport.responsible) },
            { term: 'Срок', value: `${day(passport.periodFrom)} — ${day(passport.periodTo)}` },
            {
              term: 'Приказ школы',
              value: passport.orderNumber ? `№ ${passport.orderNumber} от ${day(passport.orderDate)}` : NO_VALUE,
            },
            { term: 'Основание', value: or(passport.basis) },
          ]}
        />
      </Panel>
      <Panel title="Анализ">
        <p className="max-w-prose whitespace-pre-line">{or(analysis.summary)}</p>
        <DescriptionList
          className="mt-3"
          items={[
            { term: 'Сильные стороны', value: or(analysis.strengths) },
            { term: 'Слабые стороны', value: or(analysis.weaknesses) },
            { term: 'Возможности', value: or(analysis.opportunities) },
            { term: 'Угрозы', value: or(analysis.threats) },
            ...analysis.points.map(({ criterion, why }) => ({ term: `Балл ${criterion}`, value: or(why) })),
          ]}
        />
      </Panel>
      <Panel title="Цели и задачи">
        {aims.map(({ id, text, tasks }) => (
          <section key={id} className="mb-3">
            <h3 className="font-semibold">{or(text)}</h3>
            <ul className="list-disc pl-6">
              {tasks
                .split('\n')
                .filter(Boolean)
                .map((task) => (
                  <li key={task}>{task}</li>
                ))}
            </ul>
          </section>
        ))}
        {aims.length === 0 ? <p className="text-muted">Пока не написаны.</p> : null}
      </Panel>
      <Panel title="Показатели" padding="flush">
        <Indicators programme={programme} />
      </Panel>
      <Panel title="Дорожная карта" padding="flush">
        <Table caption="Меры программы">
          <TableHead>
            <tr>
              <HeaderCell>Мера</HeaderCell>
              <HeaderCell>Ответственный</HeaderCell>
              <HeaderCell>Срок</HeaderCell>
              <HeaderCell>Из чего следует</HeaderCell>
              <HeaderCell>Состояние</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {measures.map((measure) => (
              <TableRow key={measure.id}>
                <RowHeader className="max-w-md">
                  {or(measure.title)}
                  {measure.evidence ? (
                    <span className="block text-sm font-normal text-muted">{measure.evidence}</span>
                  ) : null}
                </RowHeader>
                <Cell>{or(measure.responsible)}</Cell>
                <Cell className="whitespace-nowrap">{day(measure.endsOn)}</Cell>
                <Cell>{groundsInWords(programme, measure)}</Cell>
                <Cell>{MEASURE_STATES[measure.state]}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
      <Panel title="Ресурсы, партнёры, риски">
        <DescriptionList
          items={[
            ...resources.map(({ kind, text }) => ({ term: `Ресурс: ${or(kind)}`, value: or(text) })),
            ...partners.map(({ text }) => ({ term: 'Партнёр', value: or(text) })),
            ...risks.map(({ factor, text, response }) => ({
              term: `Риск ${factor}`,
              value: `${or(text)} → ${or(response)}`,
            })),
            ...antiRisk.map(({ factor, aim, measures: what, result }) => ({
              term: `Антирисковая программа ${factor}`,
              value: <span className="whitespace-pre-line">{[aim, what, result].filter(Boolean).join('\n')}</span>,
            })),
          ]}
        />
      </Panel>
    </div>
  );
}

function groundsInWords({ grounds }: ProgrammeView, measure: ProgrammeView['content']['measures'][number]): string {
  const recommendations = grounds.recommendations.filter(({ id }) => measure.recommendationIds.includes(id));
  const findings = grounds.findings.filter(({ id }) => measure.findingIds.includes(id));
  const partner = grounds.partnerships.find(({ id }) => id === measure.partnershipId);
  const words = [
    ...recommendations.map(({ text }) => `рекомендация: ${text}`),
    ...findings.map(({ text }) => `вывод: ${text}`),
    measure.criteria.length > 0 ? `критерии ${measure.criteria.join(', ')}` : null,
    partner ? `партнёр: ${partner.title}` : null,
  ].filter(Boolean);
  return words.join('; ') || 'основания нет';
}

function Indicators({ programme: { content, facts } }: { programme: ProgrammeView }) {
  const years = [
    ...new Set(content.indicators.flatMap(({ targets }) => targets.map(({ schoolYear }) => schoolYear))),
  ].sort();
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? NO_VALUE : formatNumber(value, Number.isInteger(value) ? 0 : 1);
  const figure = (list: ProgrammeIndicator['targets'], year: string) =>
    list.find(({ schoolYear }) => schoolYear === year)?.value;
  return (
    <Table caption="Показатели программы">
      <TableHead>
        <tr>
          <HeaderCell>Показатель</HeaderCell>
          <HeaderCell numeric>База</HeaderCell>
          {years.map((year) => (
            <HeaderCell key={year} numeric>
              {formatSchoolYear(year)}: план / факт
            </HeaderCell>
          ))}
          <HeaderCell>Откуда факт</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {content.indicators.map((indicator) => (
          <TableRow key={indicator.id}>
            <RowHeader>
              {or(indicator.title)}
              {indicator.unit ? <span className="font-normal text-muted">, {indicator.unit}</span> : null}
            </RowHeader>
            <Cell numeric>{shown(indicator.baseline)}</Cell>
            {years.map((year) => (
              <Cell key={year} numeric>
                {shown(figure(indicator.targets, year))} /{' '}
                {shown(indicator.source === 'MANUAL' ? figure(indicator.facts, year) : facts[indicator.source]?.[year])}
              </Cell>
            ))}
            <Cell>{INDICATOR_SOURCES[indicator.source]}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
