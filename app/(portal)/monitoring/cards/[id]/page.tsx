import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CardStatus } from '@/components/campaigns/card-status';
import { CardForm } from '@/components/cards/fill/card-form';
import { ReturnNotice } from '@/components/cards/fill/return-notice';
import { CardReview, reviewFilter } from '@/components/cards/review/card-review';
import type { ReviewActions } from '@/components/cards/review/review-actions';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { formatDate, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import { cardForReview } from '@/lib/portal/cards/queries';
import { sendGroup } from './fill-actions';
import {
  sendAcceptance,
  sendClearedVerification,
  sendComment,
  sendDecision,
  sendDispute,
  sendReopening,
  sendReturn,
  sendVerification,
} from './review-actions';

export const metadata: Metadata = { title: 'Диагностическая карта' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string }>;
}

const REVIEW: ReviewActions = {
  verify: sendVerification,
  clearVerification: sendClearedVerification,
  comment: sendComment,
  accept: sendAcceptance,
  giveBack: sendReturn,
  reopen: sendReopening,
  dispute: sendDispute,
  decide: sendDecision,
};

/** The card: its principal fills it in while it is open; everybody else, and then the principal too, reads it. */
export default async function CardPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const now = new Date();
  const view = opened(await cardForReview(viewer, id));
  const { card, campaign, school } = view;
  const filling = viewer.role === 'PRINCIPAL' && card.editable;
  return (
    <>
      <PageHeader
        kind={school.shortName}
        title="Диагностическая карта"
        status={<CardStatus status={card.status} begun={view.savedAt !== null} />}
        description={`${formatSchoolYear(campaign.schoolYear, true)}, по результатам ${formatSchoolYear(campaign.resultsYear)}. Срок ${formatDate(view.dueAt)}${filling ? `, ${timeLeft(view.dueAt, now)}` : ''}.`}
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
      {filling ? (
        <>
          <ReturnNotice view={view} now={now} />
          <CardForm
            view={view}
            account={{ id: viewer.accountId, email: viewer.email }}
            now={now}
            saveGroup={sendGroup}
          />
        </>
      ) : (
        <CardReview view={view} actions={REVIEW} show={reviewFilter((await searchParams).show)} now={now} />
      )}
    </>
  );
}
