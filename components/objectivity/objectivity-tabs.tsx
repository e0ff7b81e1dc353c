import { TabLinks } from '@/components/ui/tab-links';
import { placeHref } from './addresses';

export interface ObjectivityTabsProps {
  municipalityId: string;
  schoolYear: string;
  view: 'map' | 'plane' | 'method';
}

/** The map, the plane and how the signs are found. */
export function ObjectivityTabs({ municipalityId, schoolYear, view }: ObjectivityTabsProps) {
  const query = { municipality: municipalityId, year: schoolYear };
  return (
    <TabLinks
      label="Объективность результатов ВПР"
      items={[
        { href: placeHref('', query), label: 'Карта', current: view === 'map' },
        { href: placeHref('/plane', query), label: 'Результат и доверие', current: view === 'plane' },
        { href: placeHref('/method', query), label: 'Как считаются признаки', current: view === 'method' },
      ]}
    />
  );
}
