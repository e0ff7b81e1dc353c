/**
 * METHODS WHOSE CONSTANTS ARE SETTINGS: each with its schema, its constants unless told otherwise and what a change of
 * them is called. Every one is «предложение разработчиков портала» until a region adopts its own.
 */
import type { z } from 'zod';
import { FEDERAL_RULE_DEFAULTS, federalRuleSettingsSchema } from '@/lib/domain/federal-rule';
import { DEFAULT_SETTINGS, settingsSchema } from '@/lib/domain/objectivity/settings';
import { SOCIAL_INDEX_DEFAULTS, socialIndexSettingsSchema } from '@/lib/domain/social-index';

export interface MethodDefinition<Schema extends z.ZodType> {
  /** what its constants belong to, for pages and messages */
  title: string;
  schema: Schema;
  defaults: z.output<Schema>;
}

export const METHODS = {
  OBJECTIVITY: {
    title: 'признаки, требующие дополнительного анализа',
    schema: settingsSchema,
    defaults: DEFAULT_SETTINGS,
  },
  FEDERAL_RULE: {
    title: 'федеральное правило отбора',
    schema: federalRuleSettingsSchema,
    defaults: FEDERAL_RULE_DEFAULTS,
  },
  SOCIAL_INDEX: {
    title: 'индекс социальных условий',
    schema: socialIndexSettingsSchema,
    defaults: SOCIAL_INDEX_DEFAULTS,
  },
} satisfies Record<string, MethodDefinition<z.ZodType<object>>>;

export type Method = keyof typeof METHODS;
export type MethodValues<M extends Method> = z.output<(typeof METHODS)[M]['schema']>;
