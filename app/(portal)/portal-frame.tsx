import type { ReactNode } from 'react';
import { PortalShell } from '@/components/shell/portal-shell';
import type { Viewer } from '@/lib/access/viewer';
import { ROLE_NAMES } from '@/lib/domain/role-names';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { shellOf } from '@/lib/portal/shell/queries';
import { currentView } from '../view';
import { keepView } from '../view-actions';
import { navigationOf } from './navigation';
import { signOut } from './sign-out-action';

/** The shell with what this viewer sees in it. */
export async function PortalFrame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [shell, view] = await Promise.all([shellOf(viewer), currentView()]);
  return (
    <PortalShell
      person={{ name: viewer.name, email: viewer.email, role: ROLE_NAMES[viewer.role] }}
      scopeName={capitalised(shell.scopeName)}
      schoolYear={shell.schoolYear ? formatSchoolYear(shell.schoolYear, true) : null}
      navigation={navigationOf(viewer)}
      unreadNotices={shell.unreadNotices}
      noticesHref="/notices"
      profileHref="/settings/profile"
      demonstration={shell.demonstration}
      view={view}
      keepView={keepView}
      signOut={signOut}
    >
      {children}
    </PortalShell>
  );
}
