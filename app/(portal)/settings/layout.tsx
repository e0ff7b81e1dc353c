import type { ReactNode } from 'react';
import { requireViewer } from '@/app/(portal)/viewer';
import { SettingsNavigation } from '@/components/settings/settings-navigation';
import { type Action, may } from '@/lib/access/policy';

const SECTIONS: { href: string; label: string; action: Action }[] = [
  { href: '/settings/profile', label: 'Профиль', action: 'profile.change' },
  { href: '/settings/notices', label: 'Уведомления', action: 'profile.change' },
  { href: '/settings/accounts', label: 'Учётные записи', action: 'account.read' },
  { href: '/settings/territory', label: 'Муниципалитеты', action: 'territory.edit' },
  { href: '/settings/centre', label: 'Открытая страница', action: 'centre-page.change' },
  { href: '/settings/instruments', label: 'Диагностические карты', action: 'instrument.read' },
  { href: '/settings/outbox', label: 'Исходящая почта', action: 'outbox.read' },
  { href: '/settings/api', label: 'API', action: 'profile.change' },
];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const sections = SECTIONS.filter((section) => may(viewer, section.action));
  return (
    <>
      <SettingsNavigation sections={sections.map(({ href, label }) => ({ href, label }))} />
      {children}
    </>
  );
}
