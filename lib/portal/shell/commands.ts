import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { ViewPreferences } from '@/lib/domain/view-preferences';

/** Keeps with the account how the viewer wants to see the portal; another computer shows it the same way. */
export async function keepView(viewer: Viewer, view: ViewPreferences): Promise<void> {
  await forViewer(viewer, (db) =>
    db.account.update({ where: { id: viewer.accountId }, data: { preferences: { ...view } } }),
  );
}
