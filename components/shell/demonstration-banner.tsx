import { FlaskConical } from 'lucide-react';

/** Stands on every page, on paper too, while the results of schools are invented. */
export function DemonstrationBanner() {
  return (
    <aside
      aria-label="О данных"
      className="contrast-frame flex items-center justify-center gap-2 border-y border-transparent bg-warning-soft px-4 py-1.5 text-center text-sm font-medium text-warning"
    >
      <FlaskConical aria-hidden className="size-4 shrink-0" />
      <p>Демонстрационные данные: результаты школ вымышлены</p>
    </aside>
  );
}
