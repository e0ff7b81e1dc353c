import { z } from 'zod';
import { criterionRuleSchema } from '@/lib/domain/evidence/rule-schema';
import type { CriterionDefinition, InstrumentDefinition } from '@/lib/domain/instrument';
import type { CriterionDiagnosis } from '@/lib/domain/instrument-diagnostics';
import { TEXT_LIMITS } from '@/lib/domain/instrument-validity';

const NUL = String.fromCharCode(0);

/** Text as it was typed, without blanks around it and without the one character that PostgreSQL cannot keep. */
const text = (most: number) =>
  z
    .string()
    .transform((value) => value.replaceAll(NUL, '').trim())
    .pipe(z.string().max(most, `Сократите текст: не больше ${most} знаков.`));

/**
 * What may be kept at all: an unfinished draft is stored with its faults (lib/domain/instrument-validity.ts has the
 * shorter limits that publishing asks for).
 */
const code = text(200);
const title = text(2000);
const explanation = text(20_000);

const most = (count: number, what: string) => `Не больше ${count} ${what}. Разделите карту на две.`;

const signSchema = z.object({ code, text: title, help: explanation });

const criterionSchema = z.object({
  code,
  text: explanation,
  type: z.enum(['YES_NO', 'SIGN_COUNT'], 'Выберите вид ответа.'),
  applicability: z.enum(
    ['ALL', 'PRIMARY', 'GRADE7_11', 'GRADE9', 'GRADE11'],
    'Выберите, каких школ касается критерий.',
  ),
  signs: z.array(signSchema).max(40, most(40, 'признаков в критерии')),
  help: explanation,
  purpose: explanation,
  evidence: explanation,
  threshold: explanation,
  source: explanation,
  stable: z.boolean(),
  rule: criterionRuleSchema.optional(),
});

const groupSchema = z.object({
  code,
  title,
  criteria: z.array(criterionSchema).max(100, most(100, 'критериев в группе')),
});

const tableSchema = z.object({
  code,
  title,
  track: z.enum(['LOW_RESULTS', 'ADVERSE_CONDITIONS'], 'Выберите направление таблицы.'),
  groups: z.array(groupSchema).max(30, most(30, 'групп в таблице')),
});

/** The contents of a version as the editor sends them. */
export const definitionSchema = z.object({
  tables: z.array(tableSchema).max(10, most(10, 'таблиц')),
}) satisfies z.ZodType<InstrumentDefinition>;

const versionTitle = text(TEXT_LIMITS.title).pipe(z.string().min(1, 'Назовите версию карты.'));

/** Which campaigns a report looks at, out of the address; what is not understood counts as not asked. */
export const reportChoiceSchema = z.object({
  years: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(20)).max(100).catch([]),
  ),
  municipalityId: z.guid().nullable().catch(null),
});
export type ReportChoice = z.output<typeof reportChoiceSchema>;

/** A whole draft; `version` is the one that was being edited. */
export const draftSchema = z.object({
  version: z.int().min(1),
  title: versionTitle,
  definition: definitionSchema,
});
export type DraftInput = z.output<typeof draftSchema>;

/** Where a copy goes: a new instrument, or the next version of an own one. */
export const copySchema = z.object({
  title: versionTitle,
  into: z.union([z.literal('').transform(() => null), z.guid('Выберите карту из списка.')]).default(null),
});
export type CopyInput = z.output<typeof copySchema>;

/** A command on one version that somebody is looking at. */
export const versionSchema = z.object({ version: z.coerce.number().int().min(1) });

/** What somebody else saved meanwhile; `extra.current` of STALE_VERSION. */
export interface SavedDraft {
  version: number;
  title: string;
  published: boolean;
  definition: InstrumentDefinition;
  savedBy: string | null;
  /** ISO 8601 */
  savedAt: string | null;
}

/** A campaign that uses a version. */
export interface VersionUse {
  campaignId: string;
  schoolYear: string;
  municipalityId: string;
  municipalityName: string;
}

/** A version of an instrument as lists show it. */
export interface VersionItem {
  id: string;
  instrumentId: string;
  number: number;
  title: string;
  status: 'DRAFT' | 'PUBLISHED';
  /** our own proposal, until the centre replaces it by a version of its own */
  proposal: boolean;
  criteria: number;
  createdAt: Date;
  publishedAt: Date | null;
  publishedBy: string | null;
  frozenAt: Date | null;
  copiedFrom: { id: string; title: string; number: number } | null;
  /** campaigns of the viewer's scope, the latest year first */
  uses: VersionUse[];
}

export interface InstrumentItem {
  id: string;
  title: string;
  /** null: the region's, for all municipalities */
  municipalityId: string | null;
  ownerName: string;
  /** the viewer may change it */
  own: boolean;
  /** the latest first */
  versions: VersionItem[];
}

/** A version with its contents. */
export interface VersionDetail extends VersionItem {
  /** the optimistic lock: what a save must name */
  version: number;
  instrumentTitle: string;
  municipalityId: string | null;
  ownerName: string;
  /** the viewer may change it: a draft of the own instrument */
  editable: boolean;
  /** the viewer may make copies for the own municipality or region */
  copies: boolean;
  definition: InstrumentDefinition;
  /** the contents of the version it was copied from, when the viewer may see that one */
  copiedDefinition: InstrumentDefinition | null;
}

export interface CriteriaReport {
  version: { id: string; title: string; number: number; proposal: boolean };
  /** years and municipalities in which the version was used, with the number of accepted cards */
  years: { schoolYear: string; cards: number; chosen: boolean }[];
  municipalities: { id: string; name: string }[];
  municipalityId: string | null;
  /** accepted cards looked at */
  cards: number;
  diagnoses: CriterionDiagnosis[];
  /** criteria that say neither a legal ground nor a purpose */
  groundless: CriterionDefinition[];
}
