import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/analysis/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CardStatus } from '@/components/campaigns/card-status';
import { CardForm } from '@/components/cards/fill/card-form';
import { ReturnNotice } from '@/components/cards/fill/return-notice';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { formatDate, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import { cardForEditing } from '@/lib/portal/cards/queries';
import { sendGroup } from './fill-actions';

export const metadata: Metadata = { title: 'Диагностическая карта' };

interface PageProps {
  params: Promise<{ id: string }>;
}

/** The card: its principal fills it in while it is open; everybody else, and then the principal too, reads it. */
export default async function CardPage({ params }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const now = new Date();
  const view = opened(await cardForEditing(viewer, id));
  const { card, campaign, school } = view;
  return (
    <>
      <PageHeader
        kind={school.shortName}
        title="Диагностическая карта"
        status={<CardStatus status={card.status} begun={view.savedAt !== null} />}
        description={`${formatSchoolYear(campaign.schoolYear, true)}, по результатам ${formatSchoolYear(campaign.resultsYear)}. Срок ${formatDate(view.dueAt)}, ${timeLeft(view.dueAt, now)}.`}
        actions={
          <>
            {card.editable ? (
              <LinkButton size="sm" href={`/monitoring/cards/${id}/spreadsheet`}>
                Заполнить таблицей
              </LinkButton>
            ) : null}
            <LinkButton size="sm" href={`/monitoring/cards/${id}/history`}>
              История
            </LinkButton>
          </>
        }
      />
      <ReturnNotice view={view} now={now} />
      <CardForm view={view} account={{ id: viewer.accountId, email: viewer.email }} now={now} saveGroup={sendGroup} />
    </>
  );
}
