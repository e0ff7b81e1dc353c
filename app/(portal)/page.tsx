import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { AdministratorHome } from '@/components/home/administrator-home';
import { CentreHome } from '@/components/home/centre-home';
import { PrincipalHome } from '@/components/home/principal-home';
import { mailSettings } from '@/lib/env';
import { centreDay, installationDay, ownCards } from '@/lib/portal/home/queries';
import { shellOf } from '@/lib/portal/shell/queries';

export const metadata: Metadata = { title: 'Главная' };

export default async function HomePage() {
  const viewer = await requireViewer();
  const now = new Date();
  switch (viewer.role) {
    case 'PRINCIPAL': {
      const [shell, cards] = await Promise.all([shellOf(viewer), ownCards(viewer)]);
      return <PrincipalHome schoolName={shell.scopeName} schoolId={viewer.schoolId ?? ''} cards={cards} now={now} />;
    }
    case 'MOC_HEAD':
    case 'MOC_STAFF': {
      const [shell, day] = await Promise.all([shellOf(viewer), centreDay(viewer, now)]);
      return <CentreHome placeName={shell.scopeName} day={day} now={now} head={viewer.role === 'MOC_HEAD'} />;
    }
    case 'REGION_COORDINATOR':
      redirect('/region');
      break;
    case 'ADMIN':
      return <AdministratorHome day={await installationDay(viewer, now)} mailConfigured={mailSettings() !== null} />;
  }
}
