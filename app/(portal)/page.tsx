import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { AdministratorHome } from '@/components/home/administrator-home';
import { CentreHome } from '@/components/home/centre-home';
import { PrincipalHome } from '@/components/home/principal-home';
import { mailSettings } from '@/lib/env';
import { centreDay, installationDay, ownCards, supportDay } from '@/lib/portal/home/queries';
import { shellOf } from '@/lib/portal/shell/queries';

export const metadata: Metadata = { title: 'Главная' };

export default async function HomePage() {
  const viewer = await requireViewer();
  const now = new Date();
  switch (viewer.role) {
    case 'PRINCIPAL': {
      const [shell, cards, tasks] = await Promise.all([shellOf(viewer), ownCards(viewer), supportDay(viewer, now)]);
      const schoolId = viewer.schoolId ?? '';
      return <PrincipalHome schoolName={shell.scopeName} schoolId={schoolId} cards={cards} tasks={tasks} now={now} />;
    }
    case 'MOC_HEAD':
    case 'MOC_STAFF': {
      const [shell, day, tasks] = await Promise.all([shellOf(viewer), centreDay(viewer, now), supportDay(viewer, now)]);
      const head = viewer.role === 'MOC_HEAD';
      return <CentreHome placeName={shell.scopeName} day={opened(day)} tasks={tasks} now={now} head={head} />;
    }
    case 'REGION_COORDINATOR':
      redirect('/region');
      break;
    case 'ADMIN':
      return <AdministratorHome day={await installationDay(viewer, now)} mailConfigured={mailSettings() !== null} />;
  }
}
