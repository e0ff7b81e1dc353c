import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { publicCentres } from '@/lib/portal/centre-page/queries';

export const metadata: Metadata = { title: 'Центры' };

/** All centres that show themselves; the only one is shown at once. */
export default async function CentresPage() {
  const centres = await publicCentres();
  const [first] = centres;
  if (first && centres.length === 1) redirect(`/centre/${first.code}`);
  return (
    <>
      <PageHeader title="Муниципальные образовательные центры" />
      <Panel>
        {centres.length === 0 ? (
          <EmptyState title="Открытых страниц пока нет">Страницу центра открывает его руководитель.</EmptyState>
        ) : (
          <ul className="space-y-4">
            {centres.map(({ code, name, municipality }) => (
              <li key={code}>
                <Link href={`/centre/${code}`} className="link font-semibold">
                  {name}
                </Link>
                <p className="text-sm text-muted">{municipality}</p>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
