import type { z } from 'zod';
import type { Action } from '@/lib/access/policy';
import type { FailureCode } from '@/lib/domain/failure';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What is sent: JSON by a schema, a file as it is, or the fields of a form with a file `file` behind them. */
export type Body =
  | { json: z.ZodType }
  | { file: readonly string[]; note: string }
  | { form: z.ZodObject; file: string };

/** What comes back: a thing, one of several things, a page of a list, a file, or nothing (204). */
export type Answer =
  | { item: z.ZodType; status?: 200 | 201 }
  | { either: readonly z.ZodType[] }
  | { page: z.ZodType }
  | { file: readonly string[] }
  | 'nothing';

/** One address × method of the API as it is described; texts are Russian. */
export interface Operation {
  /** unique in the API, names the anchor of the readable page */
  id: string;
  method: Method;
  /** under /api/v1, as in OpenAPI: `/cards/{id}` */
  path: `/${string}`;
  /** what one does by it, as a heading */
  summary: string;
  /** what else a caller must know */
  notes?: string;
  /** the action of lib/access/policy.ts that is asked; null: nobody is asked, a session is not needed */
  may: Action | null;
  query?: z.ZodObject;
  body?: Body;
  answer: Answer;
  /** refusals of its own and when they come, beside those that every call has */
  failures?: Partial<Record<FailureCode, string>>;
  /** obeys the Idempotency-Key header */
  repeatable?: boolean;
}

/** The operations of one aggregate. */
export interface OperationGroup {
  code: string;
  title: string;
  about: string;
  operations: readonly Operation[];
}

/** The names in braces of a path, each with the segment before it: `/cards/{id}` gives cards → id. */
export function pathParameters(path: string): { name: string; segment: string }[] {
  return [...path.matchAll(/([^/{}]+)\/\{(\w+)\}/g)].map(([, segment = '', name = '']) => ({ name, segment }));
}
