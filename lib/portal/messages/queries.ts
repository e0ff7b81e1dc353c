import { forViewer } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { LetterStatus, NoticeKind } from '@/lib/db/generated/enums';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';

export interface LetterItem {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  status: LetterStatus;
  attempts: number;
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

/** The outbox of the viewer's centre (of the installation for ADMIN), newest first; empty for those who may not read it. */
export function outboxOf(viewer: Viewer, paging: Paging): Promise<Page<LetterItem>> {
  return forViewer(viewer, async (db) => {
    if (!may(viewer, 'outbox.read')) return { items: [], ...paging, total: 0 };
    const where = viewer.role === 'ADMIN' ? {} : { municipalityId: { in: viewer.municipalityIds } };
    const total = await db.letter.count({ where });
    const items = await db.letter.findMany({ where, orderBy: { createdAt: 'desc' }, ...pageOfRows(paging) });
    return { items, ...paging, total };
  });
}

export interface NoticeItem {
  id: string;
  kind: NoticeKind;
  title: string;
  text: string;
  href: string;
  createdAt: Date;
  readAt: Date | null;
}

export interface NoticeFilter {
  kind?: NoticeKind | undefined;
  /** those not read yet alone */
  unread?: boolean;
}

/** The viewer's own notices, those not read first, each newest first. */
export function noticesOf(
  viewer: Viewer,
  paging: Paging,
  { kind, unread }: NoticeFilter = {},
): Promise<Page<NoticeItem>> {
  return forViewer(viewer, async (db) => {
    const where = {
      accountId: viewer.accountId,
      ...(kind ? { kind } : {}),
      ...(unread ? { readAt: null } : {}),
    };
    const total = await db.notice.count({ where });
    const items = await db.notice.findMany({
      where,
      orderBy: [{ readAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
      ...pageOfRows(paging),
    });
    return { items, ...paging, total };
  });
}
