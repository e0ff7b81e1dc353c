/** Whether a draft of an instrument can be published: each fault names its place and says what to do. */
import { ruleFaults } from './evidence/rule-validity';
import type { FieldError } from './failure';
import type { CriterionDefinition, GroupDefinition, InstrumentDefinition, TableDefinition } from './instrument';
import { formatNumber, NBSP } from './russian';

/** Longest texts in characters [DESIGN]: what a page and a cell of a spreadsheet can show. */
export const TEXT_LIMITS = {
  code: 40,
  title: 200,
  text: 500,
  help: 4000,
  purpose: 1000,
  evidence: 1000,
  threshold: 500,
  source: 500,
} as const;

/** A code begins with a Latin letter or digit and goes on with letters, digits, «.», «_», «-». */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * What keeps the instrument from being published; empty when nothing does. Paths are those of the definition:
 * `tables.0.groups.1.criteria.2.text`. Codes are unique: tables and criteria over the version, groups over the version as
 * well (a score names groups by code alone), signs within their criterion.
 */
export function instrumentFaults(instrument: InstrumentDefinition): FieldError[] {
  const codes: Codes = { tables: new Set(), groups: new Set(), criteria: new Set() };
  if (instrument.tables.length === 0) return [fault('tables', 'Добавьте хотя бы одну таблицу.')];
  return instrument.tables.flatMap((table, index) => tableFaults(table, `tables.${index}`, codes));
}

interface Codes {
  tables: Set<string>;
  groups: Set<string>;
  criteria: Set<string>;
}

function tableFaults(table: TableDefinition, path: string, codes: Codes): FieldError[] {
  return [
    ...codeFaults(table.code, `${path}.code`, codes.tables, 'таблицы'),
    ...textFaults(table.title, `${path}.title`, TEXT_LIMITS.title, 'Назовите таблицу.'),
    ...(table.groups.length === 0
      ? [fault(`${path}.groups`, 'Добавьте в таблицу хотя бы одну группу критериев.')]
      : []),
    ...table.groups.flatMap((group, index) => groupFaults(group, `${path}.groups.${index}`, codes)),
  ];
}

function groupFaults(group: GroupDefinition, path: string, codes: Codes): FieldError[] {
  return [
    ...codeFaults(group.code, `${path}.code`, codes.groups, 'группы'),
    ...textFaults(group.title, `${path}.title`, TEXT_LIMITS.title, 'Назовите группу.'),
    ...(group.criteria.length === 0
      ? [fault(`${path}.criteria`, 'Добавьте в группу хотя бы один критерий или удалите группу.')]
      : []),
    ...group.criteria.flatMap((criterion, index) => criterionFaults(criterion, `${path}.criteria.${index}`, codes)),
  ];
}

function criterionFaults(criterion: CriterionDefinition, path: string, codes: Codes): FieldError[] {
  const optional = (['help', 'evidence', 'threshold', 'source'] as const).flatMap((field) =>
    lengthFaults(criterion[field], `${path}.${field}`, TEXT_LIMITS[field]),
  );
  return [
    ...codeFaults(criterion.code, `${path}.code`, codes.criteria, 'критерия'),
    ...textFaults(criterion.text, `${path}.text`, TEXT_LIMITS.text, 'Напишите, о чём спрашивает критерий.'),
    ...textFaults(
      criterion.purpose,
      `${path}.purpose`,
      TEXT_LIMITS.purpose,
      'Укажите правовое основание или цель: зачем школу об этом спрашивают.',
    ),
    ...optional,
    ...signFaults(criterion, `${path}.signs`),
    ...(criterion.rule ? ruleFaults(criterion.type, criterion.rule, `${path}.rule`) : []),
  ];
}

function signFaults({ type, signs }: CriterionDefinition, path: string): FieldError[] {
  if (type === 'YES_NO') {
    return signs.length === 0 ? [] : [fault(path, 'У критерия «да/нет» признаков быть не должно: удалите их.')];
  }
  if (signs.length === 0) return [fault(path, 'Добавьте хотя бы один признак: критерий считает найденные признаки.')];
  const codes = new Set<string>();
  return signs.flatMap((sign, index) => [
    ...codeFaults(sign.code, `${path}.${index}.code`, codes, 'признака в критерии'),
    ...textFaults(sign.text, `${path}.${index}.text`, TEXT_LIMITS.text, 'Назовите признак.'),
    ...lengthFaults(sign.help, `${path}.${index}.help`, TEXT_LIMITS.help),
  ]);
}

/** Faults of a code; a good one is remembered in `taken`. */
function codeFaults(code: string, path: string, taken: Set<string>, whose: string): FieldError[] {
  if (code === '') return [fault(path, `Укажите код ${whose}.`)];
  if (!CODE_PATTERN.test(code)) {
    return [
      fault(path, 'В коде допустимы латинские буквы, цифры, точка, дефис и подчёркивание; первым — буква или цифра.'),
    ];
  }
  if (taken.has(code)) return [fault(path, `Код ${whose} «${code}» уже есть в этой версии: укажите другой.`)];
  taken.add(code);
  return lengthFaults(code, path, TEXT_LIMITS.code);
}

function textFaults(text: string, path: string, limit: number, whenEmpty: string): FieldError[] {
  return text.trim() === '' ? [fault(path, whenEmpty)] : lengthFaults(text, path, limit);
}

function lengthFaults(text: string, path: string, limit: number): FieldError[] {
  const length = [...text].length;
  if (length <= limit) return [];
  const longer = `${formatNumber(length)} из${NBSP}${formatNumber(limit)}${NBSP}знаков`;
  return [fault(path, `Текст слишком длинный, ${longer}: сократите его.`)];
}

function fault(path: string, message: string): FieldError {
  return { path, message };
}
