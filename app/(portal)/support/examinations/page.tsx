import { CalendarPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { supportPlace } from '@/app/(portal)/support/place';
import { PlanTable } from '@/components/examinations/plan-table';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatSchoolYear } from '@/lib/domain/russian';
import { examinationPlan } from '@/lib/portal/examinations/queries';
import { askedPlan } from './asked';

export const metadata: Metadata = { title: 'Обследования школ' };

interface PageProps {
  searchParams: Promise<{ year?: string; municipality?: string; mine?: string; late?: string }>;
}

export default async function ExaminationsPage({ searchParams }: PageProps) {
  const { municipality: asked, ...query } = await searchParams;
  const { viewer, municipality, choices } = await supportPlace(asked);
  const filter = askedPlan(query);
  const plan = opened(await examinationPlan(viewer, filter, new Date()));
  const principal = viewer.role === 'PRINCIPAL';
  const newHref = `/support/examinations/new?year=${plan.schoolYear}`;
  return (
    <>
      <PageHeader
        title="Комплексные обследования"
        description="Документы, собеседование, рабочая тетрадь, выезд, психолого-педагогическое обследование — и выводы, из которых следуют рекомендации."
        actions={
          plan.mayPlan ? (
            <>
              <LinkButton href="/support/workbooks">Рабочая тетрадь</LinkButton>
              <LinkButton href={newHref} variant="primary">
                <CalendarPlus aria-hidden /> Запланировать
              </LinkButton>
            </>
          ) : null
        }
      />
      <SupportTabs view="examinations" ownSchool={principal} />
      <SupportFilter
        years={plan.years}
        schoolYear={plan.schoolYear}
        choices={choices}
        switches={
          principal
            ? []
            : [
                ...(plan.mayPlan ? [{ name: 'mine', label: 'Только мои', on: filter.mine }] : []),
                { name: 'late', label: 'Только просроченные', on: filter.late },
              ]
        }
      />
      <Panel
        title={`График ${formatSchoolYear(plan.schoolYear)} учебного года`}
        actions={
          plan.rows.length > 0 ? (
            <TableFileLinks
              href="/support/examinations/file"
              query={{ ...query, year: plan.schoolYear, municipality }}
            />
          ) : null
        }
        padding="flush"
      >
        {plan.rows.length > 0 ? (
          <PlanTable rows={plan.rows} caption={`Обследования ${plan.schoolYear}`} />
        ) : (
          <EmptyState
            title="Обследований нет"
            actions={plan.mayPlan ? <LinkButton href={newHref}>Запланировать</LinkButton> : null}
          >
            {filter.mine || filter.late
              ? 'По этим условиям ничего не нашлось. Снимите отметки.'
              : principal
                ? 'МОЦ не планировал обследования вашей школы в этом году.'
                : 'Обследование обычно планируют для школ подтверждённого списка.'}
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
