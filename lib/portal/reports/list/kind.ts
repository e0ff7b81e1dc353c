import { done } from '@/lib/domain/failure';
import { ruleWords } from '@/lib/domain/identification';
import { LIST_FIELDS, LIST_SECTIONS, type ListField } from '@/lib/domain/reports/list-report';
import { filledText } from '@/lib/domain/reports/template';
import { capitalised, dayOf, formatDate, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { ReportBlock } from '@/lib/exchange/report-document';
import { heatMapView, listInForce } from '@/lib/portal/lists/queries';
import type { ConfirmedListView, HeatMapView } from '@/lib/portal/lists/views';
import type { ReportKind } from '../kind';

/** The order with its list: the words of the order, the schools with their sums, where their points come from, the reasons. */
export const listReport: ReportKind = {
  code: 'list',
  title: 'Список школ с приказом',
  description: 'Слова приказа, школы списка с суммами, баллы по группам критериев, решения МОЦ с причинами.',
  of: 'municipality',
  sections: LIST_SECTIONS,
  fields: LIST_FIELDS,
  formats: ['docx', 'pdf'],
  async document(viewer, { municipalityId, schoolYear }, texts, now) {
    const list = await listInForce(viewer, municipalityId, schoolYear);
    if (!list.ok) return list;
    const points = await heatMapView(viewer, list.value.head.campaignId);
    if (!points.ok) return points;
    const values = valuesOf(list.value);
    const { orderNumber, orderDate } = list.value.head;
    return done({
      name: `Список школ ${schoolYear}`,
      document: {
        title: 'Список школ с низкими результатами обучения',
        subtitle: `${capitalised(list.value.municipalityName)}, ${formatSchoolYear(schoolYear, true)}. Приказ № ${orderNumber} от ${formatDate(new Date(orderDate))}`,
        note: `Проект текста сформирован ${formatDate(now)}, ${viewer.name}. Для служебного пользования.`,
        author: viewer.name,
        madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
        blocks: [
          ...LIST_SECTIONS.flatMap(({ code, title }): ReportBlock[] => [
            { kind: 'heading', level: 1, text: title },
            { kind: 'paragraph', text: filledText(texts[code] ?? '', values) },
          ]),
          { kind: 'heading', level: 1, text: 'Приложение. Список школ' },
          ...schoolTables(list.value),
          ...groupTable(list.value, points.value),
          {
            kind: 'paragraph',
            muted: true,
            text: 'Суммы приведены на день утверждения. Сумма — управленческая информация: она не ставит школе оценку и не публикуется.',
          },
        ],
      },
    });
  },
};

function valuesOf({ head, municipalityName, schools }: ConfirmedListView): Record<ListField, string> {
  const { kind, table, value } = head.rule;
  const included = schools.filter((school) => school.included).length;
  return {
    год: formatSchoolYear(head.schoolYear),
    муниципалитет: capitalised(municipalityName),
    номер: head.orderNumber,
    дата: formatDate(new Date(head.orderDate)),
    правило: ruleWords({ kind, tableCode: table, value }),
    'в списке': String(included),
    'не включены': String(schools.length - included),
  };
}

function schoolTables({ schools }: ConfirmedListView): ReportBlock[] {
  const row = (school: (typeof schools)[number], at: number) => [
    ...[String(at + 1), school.schoolName],
    school.negativeSum === null ? NO_VALUE : `${school.negativeSum} из ${school.maximum}`,
    school.reason || (school.proposed ? 'предложена правилом' : NO_VALUE),
  ];
  const columns = [
    { title: '№', width: 0.06, numeric: true },
    { title: 'Школа', width: 0.5 },
    { title: 'Сумма', width: 0.14, numeric: true },
    { title: 'Основание', width: 0.3 },
  ];
  const included = schools.filter((school) => school.included);
  const leftOut = schools.filter((school) => !school.included);
  return [
    included.length > 0
      ? { kind: 'table', caption: 'Школы списка', columns, rows: included.map(row) }
      : { kind: 'paragraph', text: 'В списке нет школ.' },
    ...(leftOut.length > 0
      ? [{ kind: 'table', caption: 'Предложены правилом и не включены', columns, rows: leftOut.map(row) } as const]
      : []),
  ];
}

function groupTable({ schools }: ConfirmedListView, { rows, columns: criteria }: HeatMapView): ReportBlock[] {
  const groups = [...new Map(criteria.map(({ groupCode, groupTitle }) => [groupCode, groupTitle]))];
  const points = new Map(rows.map((row) => [row.schoolId, row]));
  const lines = schools
    .filter((school) => school.included)
    .flatMap((school) => {
      const own = points.get(school.schoolId);
      if (!own) return [];
      return [
        [
          school.schoolShortName,
          ...groups.map(([code]) =>
            String(own.cells.reduce((sum, cell, at) => sum + (criteria[at]?.groupCode === code ? cell.points : 0), 0)),
          ),
        ],
      ];
    });
  if (lines.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Откуда баллы: по группам критериев',
      columns: [
        { title: 'Школа', width: 0.3 },
        ...groups.map(([, title]) => ({ title, width: 0.7 / groups.length, numeric: true })),
      ],
      rows: lines,
    },
  ];
}
