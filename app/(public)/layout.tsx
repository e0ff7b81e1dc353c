import type { ReactNode } from 'react';
import { PublicShell } from '@/components/shell/public-shell';
import { demonstrationShown } from '@/lib/portal/shell/queries';
import { currentView } from '../view';
import { keepView } from '../view-actions';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [demonstration, view] = await Promise.all([demonstrationShown(), currentView()]);
  return (
    <PublicShell demonstration={demonstration} view={view} keepView={keepView}>
      {children}
    </PublicShell>
  );
}
