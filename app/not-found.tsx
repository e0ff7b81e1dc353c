import { NotFoundMessage } from '@/components/shell/not-found-message';
import { PublicShell } from '@/components/shell/public-shell';
import { demonstrationShown } from '@/lib/portal/shell/queries';
import { currentView } from './view';
import { keepView } from './view-actions';

export const metadata = { title: 'Страница не найдена' };

export default async function NotFound() {
  const [demonstration, view] = await Promise.all([demonstrationShown(), currentView()]);
  return (
    <PublicShell demonstration={demonstration} view={view} keepView={keepView}>
      <NotFoundMessage />
    </PublicShell>
  );
}
