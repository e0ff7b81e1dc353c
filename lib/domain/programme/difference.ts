/** What differs between two versions of a programme, section by section and line by line, in words. */
import { INDICATOR_SOURCES, MEASURE_STATES, type ProgrammeContent } from './content';

export const SECTIONS: readonly { key: keyof ProgrammeContent; label: string }[] = [
  { key: 'passport', label: 'Паспорт' },
  { key: 'analysis', label: 'Анализ' },
  { key: 'aims', label: 'Цели и задачи' },
  { key: 'indicators', label: 'Показатели' },
  { key: 'measures', label: 'Дорожная карта' },
  { key: 'resources', label: 'Ресурсы' },
  { key: 'partners', label: 'Партнёры' },
  { key: 'risks', label: 'Риски' },
  { key: 'antiRisk', label: 'Антирисковые программы' },
];

export interface LineChange {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** the line's first words, or the field's name */
  what: string;
  from: string;
  to: string;
}

export interface SectionChange {
  key: keyof ProgrammeContent;
  label: string;
  changes: LineChange[];
}

type Fields = Readonly<Record<string, unknown>>;

const FIELD_WORDS: Readonly<Record<string, string>> = {
  responsible: 'ответственный',
  orderNumber: 'номер приказа',
  orderDate: 'дата приказа',
  periodFrom: 'начало',
  periodTo: 'конец',
  basis: 'основание',
  summary: 'состояние',
  strengths: 'сильные стороны',
  weaknesses: 'слабые стороны',
  opportunities: 'возможности',
  threats: 'угрозы',
  text: 'текст',
  tasks: 'задачи',
  title: 'название',
  unit: 'единица',
  source: 'источник',
  baseline: 'база',
  targets: 'план',
  facts: 'факт',
  startsOn: 'начало',
  endsOn: 'срок',
  state: 'состояние',
  evidence: 'подтверждение',
  criteria: 'критерии',
  findingIds: 'выводы',
  recommendationIds: 'рекомендации',
  partnershipId: 'партнёр',
  kind: 'вид',
  factor: 'фактор',
  response: 'ответ',
  aim: 'цель',
  measures: 'меры',
  result: 'результат',
  criterion: 'критерий',
  why: 'почему',
};

function inWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) {
    if (field === 'targets' || field === 'facts') {
      return value.map(({ schoolYear, value: figure }) => `${schoolYear}: ${figure ?? '—'}`).join('; ') || '—';
    }
    return field.endsWith('Ids') ? `${value.length}` : value.join(', ') || '—';
  }
  if (field === 'state') return MEASURE_STATES[value as keyof typeof MEASURE_STATES] ?? String(value);
  if (field === 'source') return INDICATOR_SOURCES[value as keyof typeof INDICATOR_SOURCES] ?? String(value);
  return String(value);
}

const nameOf = (line: Fields): string => String(line.title || line.text || line.factor || line.criterion || 'строка');

function fieldChanges(before: Fields, after: Fields, prefix: string): LineChange[] {
  return Object.keys(after)
    .filter(
      (field) => field !== 'id' && field !== 'points' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    .map((field) => ({
      kind: 'CHANGED' as const,
      what: `${prefix}${FIELD_WORDS[field] ?? field}`,
      from: inWords(field, before[field]),
      to: inWords(field, after[field]),
    }));
}

function lineChanges(before: readonly Fields[], after: readonly Fields[]): LineChange[] {
  const added = after.filter(({ id }) => !before.some((line) => line.id === id));
  const removed = before.filter(({ id }) => !after.some((line) => line.id === id));
  const changed = after.flatMap((line) => {
    const old = before.find(({ id }) => id === line.id);
    return old ? fieldChanges(old, line, `${nameOf(line)}: `) : [];
  });
  return [
    ...removed.map((line) => ({ kind: 'REMOVED' as const, what: nameOf(line), from: nameOf(line), to: '' })),
    ...added.map((line) => ({ kind: 'ADDED' as const, what: nameOf(line), from: '', to: nameOf(line) })),
    ...changed,
  ];
}

/** The sections that differ, in the order of the programme. */
export function programmeDifference(before: ProgrammeContent, after: ProgrammeContent): SectionChange[] {
  return SECTIONS.map(({ key, label }) => {
    const [a, b] = [before[key], after[key]];
    const changes =
      Array.isArray(a) && Array.isArray(b)
        ? lineChanges(a, b)
        : [
            ...fieldChanges(a as Fields, b as Fields, ''),
            ...(key === 'analysis' ? lineChanges(before.analysis.points, after.analysis.points) : []),
          ];
    return { key, label, changes };
  }).filter(({ changes }) => changes.length > 0);
}
