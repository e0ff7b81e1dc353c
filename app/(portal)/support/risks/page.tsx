import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { RiskMatrixTable } from '@/components/risks/risk-matrix';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { riskMatrix } from '@/lib/portal/risks/queries';
import { sendBegin } from './actions';

export const metadata: Metadata = { title: 'Риски школ' };

export default async function RisksPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const viewer = await requireViewer();
  const { year = '' } = await searchParams;
  const matrix = opened(await riskMatrix(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  const principal = viewer.role === 'PRINCIPAL';
  return (
    <>
      <PageHeader
        title="Профили рисков"
        description="Какие факторы мешают школе, насколько они значимы и в чём видны. Профиль проверяется вместе со школой."
        actions={
          matrix.mayEditDictionary ? (
            <LinkButton href="/support/risks/dictionary">Справочник факторов</LinkButton>
          ) : null
        }
      />
      <SupportTabs view="risks" ownSchool={principal} />
      <SupportFilter years={matrix.years} schoolYear={matrix.schoolYear} />
      <Panel
        title={`Школы × факторы, ${formatSchoolYear(matrix.schoolYear)}`}
        actions={
          matrix.rows.length > 0 ? (
            <TableFileLinks href="/support/risks/file" query={{ year: matrix.schoolYear }} />
          ) : null
        }
        padding="flush"
        className="mb-6"
      >
        {matrix.rows.length > 0 ? (
          <RiskMatrixTable matrix={matrix} begin={sendBegin} />
        ) : (
          <EmptyState title="Профилей нет">
            {principal
              ? 'МОЦ ещё не направил вашей школе профиль рисков.'
              : 'В этом году нет подтверждённого списка и профилей.'}
          </EmptyState>
        )}
      </Panel>
      <Panel
        title="Факторы"
        description="Перечень восстановлен по описаниям проекта «500+» и не сверён с первоисточником; какие критерии карты на что указывают — предложение портала."
      >
        <ul className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
          {matrix.factors.map(({ code, title }) => (
            <li key={code}>
              <span className="font-medium">{code}</span> {title}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
