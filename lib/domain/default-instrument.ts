/**
 * The diagnostic card that a new installation begins with: prisma/instruments/default.json (criteria and signs, domain.md
 * (a)) merged with default-texts.json (Russian explanations). Our own proposal until the centre replaces it: the wording
 * of the seed's criteria is unknown, only their groups and the scoring are certain (domain.md 1.1, 1.2).
 */
import { z } from 'zod';
import { criterionRuleSchema } from './evidence/rule-schema';
import type { IdentificationRule } from './identification';
import type { CriterionDefinition, InstrumentDefinition, SignDefinition, Track } from './instrument';
import { typeset } from './russian';

/** A rule that a campaign starts with, until МОЦ sets its own. */
export interface DefaultRule extends IdentificationRule {
  track: Track;
}

export interface DefaultInstrument {
  title: string;
  definition: InstrumentDefinition;
  rules: DefaultRule[];
}

const COST = {
  YES_NO: 'Ответ «да» добавляет 1 балл.',
  SIGN_COUNT: 'Каждый найденный признак добавляет 1 балл.',
} as const;

const track = z.enum(['LOW_RESULTS', 'ADVERSE_CONDITIONS']);
const text = z.string().trim().min(1);

const criterionSource = z.object({
  code: text,
  group: text,
  text_ru: text,
  type: z.enum(['YES_NO', 'SIGN_COUNT']),
  applicability: z.enum(['ALL', 'PRIMARY', 'GRADE7_11', 'GRADE9', 'GRADE11']),
  basis: text,
});
const tableSource = z.object({
  code: text,
  title_ru: text,
  criteria: z.array(criterionSource),
  signs: z.array(z.object({ code: text, text_ru: text })).default([]),
});
const instrumentSource = z.object({ tables: z.array(tableSource).min(1) });

const criterionTexts = z.object({
  help: text,
  evidence: text,
  threshold: text,
  aim: text,
  stable: z.boolean().default(false),
  rule: criterionRuleSchema.optional(),
});
const instrumentTexts = z.object({
  title: text,
  tables: z.record(z.string(), z.object({ track })),
  groups: z.record(z.string(), z.object({ title: text, ground: text })),
  sources: z.record(z.string(), text),
  criteria: z.record(z.string(), criterionTexts),
  signs: z.record(z.string(), text),
  rules: z.array(
    z.object({ track, kind: z.enum(['SUM', 'SHARE', 'TOP_N']), tableCode: text, value: z.number().positive() }),
  ),
});

type CriterionSource = z.infer<typeof criterionSource>;
type Texts = z.infer<typeof instrumentTexts>;

/**
 * The default instrument of the two files' parsed JSON. Groups stand in the order in which their criteria first appear;
 * the signs of a table belong to its SIGN_COUNT criterion.
 * @throws when a file has another shape or a criterion, group, sign or basis has no Russian text
 */
export function parseDefaultInstrument(instrument: unknown, explanations: unknown): DefaultInstrument {
  const source = instrumentSource.parse(instrument);
  const texts = instrumentTexts.parse(explanations);
  const tables = source.tables.map((table) => {
    const signs = table.signs.map(
      (sign): SignDefinition => ({
        code: sign.code,
        text: sign.text_ru,
        help: typeset(textOf(texts.signs, sign.code)),
      }),
    );
    return {
      code: table.code,
      title: table.title_ru,
      track: textOf(texts.tables, table.code).track,
      groups: [...new Set(table.criteria.map((criterion) => criterion.group))].map((code) => ({
        code,
        title: textOf(texts.groups, code).title,
        criteria: table.criteria
          .filter((criterion) => criterion.group === code)
          .map((criterion) => definedCriterion(criterion, signs, texts)),
      })),
    };
  });
  return { title: texts.title, definition: { tables }, rules: texts.rules };
}

function definedCriterion(source: CriterionSource, signs: SignDefinition[], texts: Texts): CriterionDefinition {
  const explained = textOf(texts.criteria, source.code);
  return {
    code: source.code,
    text: source.text_ru,
    type: source.type,
    applicability: source.applicability,
    signs: source.type === 'SIGN_COUNT' ? signs : [],
    help: typeset(`${explained.help} ${COST[source.type]}`),
    purpose: typeset(`${explained.aim} ${textOf(texts.groups, source.group).ground}`),
    evidence: typeset(explained.evidence),
    threshold: typeset(explained.threshold),
    source: typeset(textOf(texts.sources, source.basis)),
    stable: explained.stable,
    ...(explained.rule && { rule: explained.rule }),
  };
}

function textOf<T>(texts: Record<string, T>, code: string): T {
  const found = texts[code];
  if (found === undefined) throw new Error(`default-texts.json has no text for ${code}`);
  return found;
}
