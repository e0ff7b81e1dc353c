import type { ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { Prisma } from '@/lib/db/generated/client';

/** What happened to what: `from` and `to` are JSON values, `detail` a criterion's code or a field. */
export interface JournalRecord {
  action:
    | Action
    | 'account.signOutEverywhere'
    | 'account.acceptInvitation'
    | 'account.fromShell'
    | 'card.rescore'
    | 'card.compute';
  subjectType:
    | 'card'
    | 'campaign'
    | 'list'
    | 'instrument'
    | 'account'
    | 'invitation'
    | 'token'
    | 'school'
    | 'municipality'
    | 'centre-page'
    | 'aims'
    | 'letter'
    | 'report'
    | 'report-template'
    | 'region'
    | 'import'
    | 'objectivity-review'
    | 'method-setting'
    | 'failure-matrix'
    | 'failure-campaign'
    | 'failure-dictionary'
    | 'support-case'
    | 'watch'
    | 'conflict'
    | 'case-study'
    | 'examination'
    | 'workbook'
    | 'risk-profile'
    | 'risk-dictionary'
    | 'recommendation'
    | 'recommendation-template'
    | 'decision'
    | 'programme'
    | 'programme-template'
    | 'partnership'
    | 'network'
    | 'mentoring'
    | 'course'
    | 'development'
    | 'project'
    | 'experience'
    | 'document'
    | 'event';
  subjectId: string;
  municipalityId?: string | null;
  schoolId?: string | null;
  detail?: string;
  from?: unknown;
  to?: unknown;
  reason?: string;
}

const json = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  value === undefined || value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);

/** Appends to the journal, in the transaction of the change itself; entries are never changed or removed. */
export async function record(
  db: ScopedDatabase,
  /** without an account: a command of the shell */
  viewer: Pick<Viewer, 'name'> & { accountId: string | null },
  now: Date,
  ...records: JournalRecord[]
): Promise<void> {
  await db.journalEntry.createMany({
    data: records.map((entry) => ({
      at: now,
      accountId: viewer.accountId,
      actorName: viewer.name,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      municipalityId: entry.municipalityId ?? null,
      schoolId: entry.schoolId ?? null,
      detail: entry.detail ?? null,
      from: json(entry.from),
      to: json(entry.to),
      reason: entry.reason ?? null,
    })),
  });
}
