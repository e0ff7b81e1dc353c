/** What the evidence pack says in words and tables. No clock: it is dated by the last change of what it tells. */
import { FEWEST_YEARS, type IndicatorUnit } from '@/lib/domain/aims/indicators';
import { LINK_KIND_NAMES, LINK_KINDS, POSITIONS, positionNumber } from '@/lib/domain/aims/positions';
import { indicatorFigure, STATE_WORDS, TARGET_WORDS } from '@/lib/domain/aims/words';
import { formatDate, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { ReportBlock, ReportDocument } from '@/lib/exchange/report-document';
import type { CycleView, IndicatorView, PackAttachment, PositionView } from './views';

/** When something of it was changed last. */
export function lastChange({ positions, indicators }: CycleView): Date {
  const moments = [...positions.map(({ changedAt }) => changedAt), ...indicators.flatMap(({ at }) => at ?? [])];
  return moments.reduce((last, moment) => (moment > last ? moment : last), new Date(0));
}

export function packDocument(
  cycle: CycleView,
  attachments: readonly PackAttachment[],
  leftOut: readonly string[],
): ReportDocument {
  const { place, positions, indicators } = cycle;
  const madeAt = lastChange(cycle);
  return {
    title: 'Управление качеством образования: материалы по управленческому циклу',
    subtitle: `${place.municipality}, ${formatSchoolYear(place.schoolYear)} учебный год`,
    note: `По данным портала на ${formatDate(madeAt)}. Полнота позиций и прогноз — предложение портала, а не официальная оценка.`,
    author: 'Портал МОЦ',
    madeAt,
    blocks: [
      { kind: 'heading', level: 1, text: 'Сводка' },
      summaryTable(positions),
      ...positions.flatMap(positionBlocks),
      { kind: 'heading', level: 1, text: 'Показатели: план, факт, прогноз' },
      indicatorTable(indicators),
      historyTable(indicators),
      {
        kind: 'paragraph',
        muted: true,
        text: `Прогноз — продолжение прямой по фактам последних лет (медиана наклонов, не меньше ${FEWEST_YEARS} лет); это расчёт портала, обязательств он не создаёт.`,
      },
      { kind: 'heading', level: 1, text: 'Приложения' },
      attachments.length > 0
        ? {
            kind: 'list',
            items: attachments.map(({ path, title }) => (path.endsWith(title) ? path : `${path} — ${title}`)),
          }
        : {
            kind: 'paragraph',
            muted: true,
            text: 'Файлов у позиций и связанных документов нет, обследования не связаны.',
          },
      ...(leftOut.length > 0
        ? [{ kind: 'paragraph', text: `Не вошли в архив, возьмите их в портале: ${leftOut.join('; ')}.` } as const]
        : []),
    ],
  };
}

const nameOf = ({ code }: Pick<PositionView, 'code'>): string => {
  const number = positionNumber(code);
  return number === null ? POSITIONS[code].title : `Позиция ${number}. ${POSITIONS[code].title}`;
};

function summaryTable(positions: readonly PositionView[]): ReportBlock {
  return {
    kind: 'table',
    caption: 'Полнота описания управленческого цикла',
    columns: [
      { title: 'Позиция', width: 0.4 },
      { title: 'Состояние', width: 0.18 },
      { title: 'Чего не хватает', width: 0.42 },
    ],
    rows: positions.map((position) => [
      nameOf(position),
      STATE_WORDS[position.state],
      position.missing.join(' ') || NO_VALUE,
    ]),
  };
}

function positionBlocks(position: PositionView): ReportBlock[] {
  const { text, links, files, changedAt, changedBy } = position;
  const proof = LINK_KINDS.flatMap((kind) => links.filter(({ type }) => type === kind));
  return [
    { kind: 'heading', level: 1, text: nameOf(position) },
    text ? { kind: 'paragraph', text } : { kind: 'paragraph', muted: true, text: 'Текст не внесён.' },
    ...(proof.length > 0
      ? [
          {
            kind: 'table',
            caption: `Чем подтверждено: ${POSITIONS[position.code].title.toLowerCase()}`,
            columns: [
              { title: 'Что', width: 0.24 },
              { title: 'Название', width: 0.5 },
              { title: 'Реквизиты', width: 0.26 },
            ],
            rows: proof.map(({ type, title, note }) => [LINK_KIND_NAMES[type], title, note || NO_VALUE]),
          } as const,
        ]
      : []),
    ...(files.length > 0 ? [{ kind: 'list', items: files.map(({ name }) => `Файл: ${name}`) } as const] : []),
    { kind: 'paragraph', muted: true, text: `Изменено ${formatDate(changedAt)}, ${changedBy}.` },
  ];
}

function indicatorTable(indicators: readonly IndicatorView[]): ReportBlock {
  const figure = (value: number | null, unit: IndicatorUnit) => indicatorFigure(value, unit);
  return {
    kind: 'table',
    caption: 'Показатели',
    columns: [
      { title: 'Показатель', width: 0.3 },
      { title: 'План', width: 0.11, numeric: true },
      { title: 'Факт', width: 0.11, numeric: true },
      { title: 'Итог', width: 0.14 },
      { title: 'Прогноз на следующий год', width: 0.12, numeric: true },
      { title: 'Источник', width: 0.22 },
    ],
    rows: indicators.map(({ title, unit, target, fact, state, forecast, source, computed, at }) => [
      title,
      figure(target, unit),
      figure(fact, unit),
      TARGET_WORDS[state],
      figure(forecast, unit),
      `${computed ? source : `внесено МОЦ: ${source || 'источник не указан'}`}${at ? `, ${formatDate(at)}` : ''}`,
    ]),
  };
}

function historyTable(indicators: readonly IndicatorView[]): ReportBlock {
  const years = indicators[0]?.history.map(({ schoolYear }) => schoolYear) ?? [];
  return {
    kind: 'table',
    caption: 'Факт по годам',
    columns: [
      { title: 'Показатель', width: 0.4 },
      ...years.map((year) => ({ title: formatSchoolYear(year), width: 0.6 / years.length, numeric: true })),
    ],
    rows: indicators.map(({ title, unit, history }) => [
      title,
      ...history.map(({ value }) => indicatorFigure(value, unit)),
    ]),
  };
}
