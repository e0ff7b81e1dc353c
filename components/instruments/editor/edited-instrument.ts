import type {
  CriterionDefinition,
  GroupDefinition,
  InstrumentDefinition,
  SignDefinition,
  TableDefinition,
} from '@/lib/domain/instrument';
import { ruleFor } from './edited-rule';

/** A part of the instrument while it is being edited: `key` stays the same wherever it is moved. */
export interface EditedPart<Data, Child> {
  key: string;
  data: Data;
  children: readonly Child[];
}

export type SignPart = EditedPart<SignDefinition, never>;
export type CriterionPart = EditedPart<Omit<CriterionDefinition, 'signs'>, SignPart>;
export type GroupPart = EditedPart<Omit<GroupDefinition, 'criteria'>, CriterionPart>;
export type TablePart = EditedPart<Omit<TableDefinition, 'groups'>, GroupPart>;
/** The whole: its title and its tables. */
export type EditedInstrument = EditedPart<{ title: string }, TablePart>;
export type AnyPart = EditedInstrument | TablePart | GroupPart | CriterionPart | SignPart;

/** What the editor takes and gives. */
export interface InstrumentDraft {
  title: string;
  definition: InstrumentDefinition;
}

export const ROOT_KEY = 'instrument';

/** The draft with keys; the same draft always gets the same keys. */
export function editedInstrument({ title, definition }: InstrumentDraft): EditedInstrument {
  return {
    key: ROOT_KEY,
    data: { title },
    children: definition.tables.map(({ groups, ...table }, t) => ({
      key: `t${t}`,
      data: table,
      children: groups.map(({ criteria, ...group }, g) => ({
        key: `t${t}-g${g}`,
        data: group,
        children: criteria.map(({ signs, ...criterion }, c) => ({
          key: `t${t}-g${g}-c${c}`,
          data: criterion,
          children: signs.map((sign, s) => ({ key: `t${t}-g${g}-c${c}-s${s}`, data: sign, children: [] })),
        })),
      })),
    })),
  };
}

/** Everything that was entered, the signs of criteria that were changed to «да или нет» too. */
export function enteredDraft(edited: EditedInstrument): InstrumentDraft {
  return {
    title: edited.data.title,
    definition: {
      tables: edited.children.map((table) => ({
        ...table.data,
        groups: table.children.map((group) => ({
          ...group.data,
          criteria: group.children.map((criterion) => ({
            ...criterion.data,
            signs: criterion.children.map((sign) => sign.data),
          })),
        })),
      })),
    },
  };
}

/** The draft as it is stored: a criterion «да или нет» has no signs, and a rule fits its criterion's type. */
export function storedDraft(edited: EditedInstrument): InstrumentDraft {
  const { title, definition } = enteredDraft(edited);
  const tables = definition.tables.map((table) => ({
    ...table,
    groups: table.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map(({ rule: entered, ...criterion }) => {
        const rule = ruleFor(criterion.type, entered);
        return { ...criterion, ...(criterion.type === 'YES_NO' && { signs: [] }), ...(rule && { rule }) };
      }),
    })),
  }));
  return { title, definition: { tables } };
}

/** The parts from the whole down to the one with this key; empty when there is none. */
export function lineageOf(part: AnyPart, key: string): AnyPart[] {
  if (part.key === key) return [part];
  for (const child of part.children) {
    const below = lineageOf(child, key);
    if (below.length > 0) return [part, ...below];
  }
  return [];
}
