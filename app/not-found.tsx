import { NotFoundMessage } from '@/components/shell/not-found-message';
import { PublicShell } from '@/components/shell/public-shell';
import { demonstrationShown } from '@/lib/portal/shell/queries';
import { PortalFrame } from './(portal)/portal-frame';
import { currentViewer } from './(portal)/viewer';
import { currentView } from './view';
import { keepView } from './view-actions';

export const metadata = { title: 'Страница не найдена' };

/** An address that the portal does not have; whoever is signed in keeps the navigation. */
export default async function NotFound() {
  const viewer = await currentViewer();
  if (viewer) {
    return (
      <PortalFrame viewer={viewer}>
        <NotFoundMessage />
      </PortalFrame>
    );
  }
  const [demonstration, view] = await Promise.all([demonstrationShown(), currentView()]);
  return (
    <PublicShell demonstration={demonstration} view={view} keepView={keepView}>
      <NotFoundMessage />
    </PublicShell>
  );
}
