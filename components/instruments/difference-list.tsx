import type { ReactNode } from 'react';
import { ruleWords } from '@/lib/domain/evidence/rule-words';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import {
  type ChangedCriterion,
  type ChangedHeading,
  type CriterionField,
  differenceCount,
  type InstrumentDifference,
} from '@/lib/domain/instrument-difference';
import { APPLICABILITY_NAMES, FIELD_NAMES, TYPE_NAMES } from './instrument-words';

interface DifferenceListProps {
  difference: InstrumentDifference;
  /** what the two sides are called */
  sides?: { before: string; after: string };
}

/** What a version changed against another one: added, removed, reworded, moved. */
export function DifferenceList({ difference, sides = { before: 'Было', after: 'Стало' } }: DifferenceListProps) {
  if (differenceCount(difference) === 0) return <p>Отличий нет: вопросы и их порядок те же.</p>;
  return (
    <div className="space-y-5">
      <Part title="Добавлены" count={difference.added.length}>
        {difference.added.map(({ code, text, group }) => (
          <Line key={code} code={code}>
            <ins className="no-underline">{text || 'Без формулировки'}</ins>
            <Place>{group}</Place>
          </Line>
        ))}
      </Part>
      <Part title="Убраны" count={difference.removed.length}>
        {difference.removed.map(({ code, text, group }) => (
          <Line key={code} code={code}>
            <del>{text}</del>
            <Place>{group}</Place>
          </Line>
        ))}
      </Part>
      <Part title="Переформулированы" count={difference.reworded.length}>
        {difference.reworded.map((change) => (
          <Line key={change.code} code={change.code}>
            <span className="block text-muted">
              {sides.before}: <del className="no-underline">{change.before.text}</del>
            </span>
            <span className="block">
              {sides.after}: <ins className="no-underline">{change.after.text || 'без формулировки'}</ins>
            </span>
            <OtherFields change={change} />
          </Line>
        ))}
      </Part>
      <Part title="Изменены без новой формулировки" count={difference.adjusted.length}>
        {difference.adjusted.map((change) => (
          <Line key={change.code} code={change.code}>
            {change.after.text}
            <OtherFields change={change} />
          </Line>
        ))}
      </Part>
      <Part title="Перемещены" count={difference.moved.length}>
        {difference.moved.map(({ code, text, from, to, withinGroup }) => (
          <Line key={code} code={code}>
            {text}
            <Place>{withinGroup ? `другое место в группе «${to.group}»` : `из «${from.group}» в «${to.group}»`}</Place>
          </Line>
        ))}
      </Part>
      <Part title="Таблицы и группы" count={difference.headings.length}>
        {difference.headings.map((heading) => (
          <Line key={`${heading.kind} ${heading.code} ${heading.change}`} code={heading.code}>
            {headingWords(heading)}
          </Line>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section>
      <h3 className="font-semibold">
        {title}: {count}
      </h3>
      <ul className="mt-1 divide-y divide-line">{children}</ul>
    </section>
  );
}

function Line({ code, children }: { code: string; children: ReactNode }) {
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[8rem_1fr]">
      <span className="text-sm break-all text-muted sm:pt-0.5">{code}</span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}

function Place({ children }: { children: ReactNode }) {
  return <span className="block text-sm text-muted">{children}</span>;
}

/** The fields beside the wording, with the values where these are short. */
function OtherFields({ change }: { change: ChangedCriterion }) {
  const fields = change.fields.filter((field) => field !== 'text');
  if (fields.length === 0) return null;
  return <Place>Изменено: {fields.map((field) => fieldWords(field, change)).join('; ')}</Place>;
}

function fieldWords(field: CriterionField, { before, after }: ChangedCriterion): string {
  const values = shortValues(field, before, after);
  return values ? `${FIELD_NAMES[field]} (было «${values[0]}», стало «${values[1]}»)` : FIELD_NAMES[field];
}

function shortValues(
  field: CriterionField,
  before: CriterionDefinition,
  after: CriterionDefinition,
): [string, string] | null {
  switch (field) {
    case 'type':
      return [TYPE_NAMES[before.type], TYPE_NAMES[after.type]];
    case 'applicability':
      return [APPLICABILITY_NAMES[before.applicability], APPLICABILITY_NAMES[after.applicability]];
    case 'stable':
      return [before.stable ? 'да' : 'нет', after.stable ? 'да' : 'нет'];
    case 'signs':
      return [`признаков: ${before.signs.length}`, `признаков: ${after.signs.length}`];
    case 'rule':
      return [ruleOf(before), ruleOf(after)];
    default:
      return null;
  }
}

const ruleOf = ({ rule }: CriterionDefinition) => (rule ? ruleWords(rule) : 'отвечает школа');

function headingWords({ kind, title, change, earlierTitle }: ChangedHeading): string {
  const part = kind === 'TABLE' ? 'таблица' : 'группа';
  switch (change) {
    case 'ADDED':
      return `Новая ${part} «${title}»`;
    case 'REMOVED':
      return `Убрана ${part} «${title}»`;
    case 'RETITLED':
      return `Названа иначе ${part}: было «${earlierTitle}», стало «${title}»`;
    case 'MOVED':
      return `На другом месте ${part} «${title}»`;
    case 'OTHER_TRACK':
      return `У таблицы «${title}» другое направление списка школ`;
  }
}
