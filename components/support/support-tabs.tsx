import { TabLinks } from '@/components/ui/tab-links';

export type SupportView =
  | 'schools'
  | 'examinations'
  | 'risks'
  | 'recommendations'
  | 'programmes'
  | 'decisions'
  | 'partners'
  | 'development'
  | 'projects';

const VIEWS: readonly { view: SupportView; label: string; href: string }[] = [
  { view: 'schools', label: 'Школы', href: '/support' },
  { view: 'examinations', label: 'Обследования', href: '/support/examinations' },
  { view: 'risks', label: 'Риски', href: '/support/risks' },
  { view: 'recommendations', label: 'Рекомендации', href: '/support/recommendations' },
  { view: 'programmes', label: 'Программы', href: '/support/programmes' },
  { view: 'decisions', label: 'Решения', href: '/support/decisions' },
  { view: 'partners', label: 'Партнёры и сети', href: '/support/partners' },
  { view: 'development', label: 'Развитие педагогов', href: '/support/development' },
  { view: 'projects', label: 'Проекты и опыт', href: '/support/projects' },
];

/** The parts of support, the same for everybody; each shows what lies in the viewer's scope. */
export function SupportTabs({ view, ownSchool = false }: { view: SupportView; ownSchool?: boolean }) {
  return (
    <TabLinks
      label="Разделы поддержки"
      items={VIEWS.map((one) => ({
        href: one.href,
        label: one.view === 'schools' && ownSchool ? 'Наша школа' : one.label,
        current: one.view === view,
      }))}
    />
  );
}
