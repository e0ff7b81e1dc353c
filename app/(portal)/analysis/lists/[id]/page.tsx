import { CircleCheck, History } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ListTable } from '@/components/lists/list-table';
import { PrintButton } from '@/components/ranking/print-button';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { ruleWords } from '@/lib/domain/identification';
import { capitalised, countOf, formatDate, formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { confirmedListView } from '@/lib/portal/lists/queries';
import type { ListReference } from '@/lib/portal/lists/views';

export const metadata: Metadata = { title: 'Утверждённый список' };

export default async function ConfirmedListPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const now = new Date();
  const view = opened(await confirmedListView(viewer, idOf((await params).id)));
  const { head, schools, municipalityName, supersedes, supersededBy } = view;
  const included = schools.filter((school) => school.included);
  const leftOut = schools.filter((school) => !school.included);
  const { kind, table, value } = head.rule;
  const rule = ruleWords({ kind, tableCode: table, value });
  const order = `приказ № ${head.orderNumber} от ${formatDate(new Date(head.orderDate))}`;
  const ranking = `/analysis/campaigns/${head.campaignId}?table=${encodeURIComponent(table)}`;
  return (
    <>
      <p className="hidden text-right print:block">
        Приложение
        <br />
        {`к приказу от ${formatDate(new Date(head.orderDate))} № ${head.orderNumber}`}
      </p>
      <PageHeader
        breadcrumbs={[
          { label: 'Анализ', href: '/analysis' },
          { label: TRACK_NAMES[head.track], href: ranking },
        ]}
        kind={`${capitalised(municipalityName)}, ${formatSchoolYear(head.schoolYear, true)}`}
        title={`Список: ${TRACK_NAMES[head.track].toLowerCase()}`}
        status={
          supersededBy ? (
            <Status icon={History}>Заменён</Status>
          ) : (
            <Status tone="success" icon={CircleCheck}>
              Действует
            </Status>
          )
        }
        description={`${capitalised(order)}. ${countOf(included.length, 'школа', 'школы', 'школ')}.`}
        actions={
          <>
            {schools.length > 0 ? <TableFileLinks href={`/analysis/lists/${head.id}/file`} /> : null}
            <LinkButton href={ranking}>Рейтинг</LinkButton>
            <PrintButton />
          </>
        }
      />
      <div className="space-y-4">
        {supersededBy ? (
          <Notice tone="warning" title="Этот список больше не действует">
            Его заменил <ListLink list={supersededBy} />.
          </Notice>
        ) : null}
        <Panel>
          <DescriptionList
            items={[
              { term: 'Приказ', value: `№ ${head.orderNumber} от ${formatDate(new Date(head.orderDate))}` },
              { term: 'Правило', value: capitalised(rule) },
              {
                term: 'Утвердил в портале',
                value: `${head.confirmedBy}, ${formatMoment(new Date(head.confirmedAt), now)}`,
              },
              ...(supersedes ? [{ term: 'Заменил', value: <ListLink list={supersedes} /> }] : []),
            ]}
          />
        </Panel>
        <Panel
          title={`В списке: ${included.length}`}
          description={
            included.length > 0 && included.every((school) => school.proposed)
              ? 'Все школы предложены правилом.'
              : undefined
          }
          padding="flush"
        >
          {included.length > 0 ? (
            <ListTable caption="Школы утверждённого списка" schools={included} />
          ) : (
            <EmptyState title="В списке нет школ">Приказ утвердил пустой список.</EmptyState>
          )}
        </Panel>
        {leftOut.length > 0 ? (
          <Panel
            title={`Предложены правилом и не включены: ${leftOut.length}`}
            description="С причиной, которую указал МОЦ."
            padding="flush"
          >
            <ListTable caption="Школы, предложенные правилом и не включённые" schools={leftOut} />
          </Panel>
        ) : null}
        <p className="text-sm text-muted">
          Суммы приведены на день утверждения. Утверждённый список не меняется: новый приказ заменяет его, прежний
          остаётся.
        </p>
      </div>
    </>
  );
}

function ListLink({ list }: { list: ListReference }) {
  return (
    <Link href={`/analysis/lists/${list.id}`} className="link">
      приказ №&nbsp;{list.orderNumber} от {formatDate(list.orderDate)}
    </Link>
  );
}
