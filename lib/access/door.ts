/**
 * THE ONE DOOR to the tables: a transaction under the application role, with the scope of the one who asks set for
 * PostgreSQL's row-level security. Without it every table is empty. docs/decisions/0003-two-barriers.md
 */
import { prismaClient } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Failure, Outcome } from '../domain/failure';
import type { Viewer } from './viewer';

declare const scoped: unique symbol;

/** A database handle that carries somebody's scope; it can only be made here. */
export type ScopedDatabase = Prisma.TransactionClient & { readonly [scoped]: true };

/** Work that nobody asked for by name: each purpose is listed, so that a reader can find them all. */
export type SystemPurpose =
  | 'sign-in'
  | 'session'
  | 'invitation'
  | 'outbox'
  | 'health'
  | 'maintenance'
  | 'derivation'
  | 'reminders'
  | 'reports';

/** A file of 50,000 rows with all that follows from it is one transaction. */
const LONGEST_DERIVATION_MS = 300_000;

interface Scope {
  role: string;
  account: string;
  region: string;
  municipality: string;
  municipalities: string;
  school: string;
}

class RolledBack extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

function isFailedOutcome(value: unknown): value is { ok: false; failure: Failure } {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'failure' in value;
}

async function inScope<T>(scope: Scope, work: (db: ScopedDatabase) => Promise<T>, timeout = 30_000): Promise<T> {
  try {
    return await prismaClient().$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.role', ${scope.role}, true),
          set_config('app.account', ${scope.account}, true), set_config('app.region', ${scope.region}, true),
          set_config('app.municipality', ${scope.municipality}, true),
          set_config('app.municipalities', ${scope.municipalities}, true), set_config('app.school', ${scope.school}, true)`;
        const result = await work(tx as ScopedDatabase);
        if (isFailedOutcome(result)) throw new RolledBack(result.failure);
        return result;
      },
      { maxWait: 10_000, timeout },
    );
  } catch (error) {
    // T is an Outcome here: only a failed one is thrown as RolledBack.
    if (error instanceof RolledBack) return { ok: false, failure: error.failure } satisfies Outcome<never> as T;
    throw error;
  }
}

/**
 * Runs `work` in one transaction that sees and changes only what lies in the viewer's scope. When the work gives a
 * failed Outcome, nothing of it is stored.
 */
export function forViewer<T>(viewer: Viewer, work: (db: ScopedDatabase) => Promise<T>): Promise<T> {
  return inScope(
    {
      role: viewer.role,
      account: viewer.accountId,
      region: viewer.regionId ?? '',
      municipality: viewer.municipalityId ?? '',
      municipalities: viewer.municipalityIds.join(','),
      school: viewer.schoolId ?? '',
    },
    work,
  );
}

/** Runs `work` for a stranger: in sight is what centres published for everybody, nothing can be changed. */
export function forPublic<T>(work: (db: ScopedDatabase) => Promise<T>): Promise<T> {
  const stranger = { role: 'PUBLIC', account: '', region: '', municipality: '', municipalities: '', school: '' };
  return inScope(stranger, async (db) => {
    await db.$executeRaw`SET TRANSACTION READ ONLY`;
    return work(db);
  });
}

/** Runs `work` with the whole installation in sight, for one of the listed purposes that no viewer stands behind. */
export function forSystem<T>(purpose: SystemPurpose, work: (db: ScopedDatabase) => Promise<T>): Promise<T> {
  const whole = { role: 'SYSTEM', account: '', region: '', municipality: '', municipalities: '', school: '' };
  return inScope(whole, work, purpose === 'derivation' ? LONGEST_DERIVATION_MS : undefined);
}
