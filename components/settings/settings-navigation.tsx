'use client';

import { usePathname } from 'next/navigation';
import { TabLinks } from '@/components/ui/tab-links';

export interface SettingsSection {
  href: string;
  label: string;
}

/** The sections of the settings that this person may open. */
export function SettingsNavigation({ sections }: { sections: readonly SettingsSection[] }) {
  const path = usePathname();
  const items = sections.map((section) => ({ ...section, current: path.startsWith(section.href) }));
  return <TabLinks label="Разделы настроек" items={items} />;
}
