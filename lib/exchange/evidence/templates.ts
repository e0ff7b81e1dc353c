/** Our own templates: the header that a file of each kind begins with. contract.md, «Import templates» */
import type { FactKind } from '@/lib/domain/evidence/facts';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import { OWN_LAYOUTS } from './layouts';

/** Scores for which the template of «ВПР: первичные баллы» has columns; more may be added. */
const SCORES_IN_TEMPLATE = 50;
/** Other ways to name a school, and sums that need not be filled in: recognised, not asked for. */
const NOT_IN_TEMPLATE = new Set(['login', 'name', 'municipality', 'allMarkers']);

export interface TemplateColumn {
  header: string;
  field: string;
  obligatory: boolean;
  meaning: string;
}

/** All fields that a column of such a file can mean, in the order of the template. */
export function fieldsOf(kind: ImportKind): TemplateColumn[] {
  const layout = OWN_LAYOUTS[kind];
  return layout.columns.map(({ header, field, obligatory, meaning }) => ({
    header,
    field,
    obligatory: obligatory || (layout.schools && field === 'code'),
    meaning,
  }));
}

/** The columns of the template. */
export function templateColumns(kind: FactKind): TemplateColumn[] {
  const columns = fieldsOf(kind).filter(({ field }) => !NOT_IN_TEMPLATE.has(field));
  if (kind !== 'VPR_SCORES') return columns;
  return [
    ...columns.filter(({ field }) => field !== 'participants'),
    ...Array.from({ length: SCORES_IN_TEMPLATE + 1 }, (_, score) => ({
      header: String(score),
      field: `score:${score}`,
      obligatory: score < 3,
      meaning: `Сколько учеников набрали ${score}.`,
    })),
  ];
}

/** The template: UTF-8 with BOM, «;», the header and nothing else. */
export function templateCsv(kind: FactKind): string {
  return `\ufeff${templateColumns(kind)
    .map(({ header }) => header)
    .join(';')}\r\n`;
}
