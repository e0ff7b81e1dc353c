import { SupportFilter } from '@/components/support/support-filter';
import { TabLinks } from '@/components/ui/tab-links';
import type { AimsPlace } from '@/lib/portal/aims/views';
import { aimsHref } from './aims-href';

interface AimsTabsProps {
  place: AimsPlace;
  view: 'cycle' | 'indicators' | null;
}

/** The parts of the cycle, the municipalities for who sees several, and the choice of year and municipality. */
export function AimsTabs({ place, view }: AimsTabsProps) {
  const several = place.municipalities.length > 1;
  return (
    <>
      <TabLinks
        label="Цели и показатели"
        items={[
          ...(several ? [{ href: `/aims?year=${place.schoolYear}`, label: 'Все муниципалитеты', current: false }] : []),
          { href: aimsHref('/aims', place), label: 'Управленческий цикл', current: view === 'cycle' },
          { href: aimsHref('/aims/indicators', place), label: 'Показатели', current: view === 'indicators' },
        ]}
      />
      {view === null ? null : (
        <SupportFilter
          years={place.schoolYears}
          schoolYear={place.schoolYear}
          choices={
            several
              ? [
                  {
                    name: 'municipality',
                    label: 'Муниципалитет',
                    value: place.municipalityId,
                    options: place.municipalities.map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]
              : []
          }
        />
      )}
    </>
  );
}
