/** Links of documents, looked at in the background: each once a week, a new or changed one at once. */
import { forSystem, forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { LINK_STATES, type LinkState } from '@/lib/domain/library/link-address';
import { pageOfRows } from '@/lib/portal/paging';
import { checkLink, INTERNET, type Network } from '@/lib/work/link-check';
import type { LinkQuery } from './schema';
import { mayChange } from './stored';
import type { CheckedLinks } from './views';

const AGAIN_AFTER_MS = 7 * 24 * 60 * 60 * 1000;
const AT_ONCE = 20;

/** Looks at the links whose turn it is and stores what they answered; gives how many. A change in the meantime wins. */
export async function checkDueLinks(now: Date, network: Network = INTERNET): Promise<number> {
  const before = new Date(now.getTime() - AGAIN_AFTER_MS);
  const due = await forSystem('maintenance', (db) =>
    db.document.findMany({
      where: { url: { not: '' }, archived: false, OR: [{ linkCheckedAt: null }, { linkCheckedAt: { lt: before } }] },
      orderBy: [{ linkCheckedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
      take: AT_ONCE,
      select: { id: true, url: true },
    }),
  );
  const answers = await Promise.all(due.map(async (link) => ({ ...link, state: await checkLink(link.url, network) })));
  await forSystem('maintenance', async (db) => {
    for (const { id, url, state } of answers) {
      await db.document.updateMany({ where: { id, url }, data: { linkState: state, linkCheckedAt: now } });
    }
  });
  return answers.length;
}

const LINKED: Prisma.DocumentWhereInput = { url: { not: '' }, archived: false };
const WHERE: Record<LinkQuery['state'], Prisma.DocumentWhereInput> = {
  broken: { ...LINKED, linkState: { not: 'OK' } },
  ok: { ...LINKED, linkState: 'OK' },
  waiting: { ...LINKED, linkState: null },
};

/** The links in the writer's scope: which are broken, which answer, which nobody has looked at. */
export function checkedLinks(viewer: Viewer, query: LinkQuery): Promise<Outcome<CheckedLinks>> {
  return forViewer(viewer, async (db): Promise<Outcome<CheckedLinks>> => {
    const refused = refusal(viewer, 'document.add');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.document.findMany({
      where: WHERE[query.state],
      orderBy: [{ linkCheckedAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
      ...pageOfRows(query),
    });
    const counts = {
      broken: await db.document.count({ where: WHERE.broken }),
      ok: await db.document.count({ where: WHERE.ok }),
      waiting: await db.document.count({ where: WHERE.waiting }),
    };
    return done({
      items: rows.map((row) => ({
        ...{ id: row.id, title: row.title, url: row.url, checkedAt: row.linkCheckedAt },
        state: row.linkState === null ? null : knownState(row.linkState),
        mayChange: mayChange(viewer, row),
      })),
      counts,
      ...{ page: query.page, pageSize: query.pageSize, total: counts[query.state] },
    });
  });
}

const knownState = (stored: string): LinkState => (stored in LINK_STATES ? (stored as LinkState) : 'FAILED');
