import type { ScopedDatabase } from '@/lib/access/door';
import type { JournalEntry } from '@/lib/db/generated/client';
import { type Paging, pageOfRows } from '@/lib/portal/paging';
import type { JournalRecord } from './commands';

/** What happened to one thing, the newest first, as far as the scope of `db` shows it. */
export async function entriesAbout(
  db: ScopedDatabase,
  subject: Pick<JournalRecord, 'subjectType' | 'subjectId'>,
  paging: Paging,
): Promise<{ entries: JournalEntry[]; total: number }> {
  const where = { subjectType: subject.subjectType, subjectId: subject.subjectId };
  const total = await db.journalEntry.count({ where });
  const entries = await db.journalEntry.findMany({ where, orderBy: { id: 'desc' }, ...pageOfRows(paging) });
  return { entries, total };
}
