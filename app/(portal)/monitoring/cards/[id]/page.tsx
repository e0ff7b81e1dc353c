import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CardStatus } from '@/components/campaigns/card-status';
import { CardForm } from '@/components/cards/fill/card-form';
import { LeftAnswers } from '@/components/cards/fill/left-answers';
import { ReturnNotice } from '@/components/cards/fill/return-notice';
import { CardReview, reviewFilter } from '@/components/cards/review/card-review';
import type { ReviewActions } from '@/components/cards/review/review-actions';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
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
  searchParams: Promise<{ show?: string; take?: string; done?: string }>;
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

/** What was just done on another page of the card. */
const DONE: Record<string, string> = {
  sent: 'Карта отправлена. МОЦ проверит её и сообщит решение уведомлением и письмом.',
  spreadsheet: 'Ответы из таблицы сохранены.',
};

/** The card: its principal fills it in while it is open; everybody else, and then the principal too, reads it. */
export default async function CardPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const now = new Date();
  const view = opened(await cardForReview(viewer, id));
  const { card, campaign, school } = view;
  const { show, take, done } = await searchParams;
  const told = Object.hasOwn(DONE, done ?? '') ? DONE[done ?? ''] : undefined;
  const account = { id: viewer.accountId, email: viewer.email };
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
              <LinkButton size="sm" prefetch={false} href={`/monitoring/cards/${id}/spreadsheet`}>
                Заполнить таблицей
              </LinkButton>
            ) : null}
            <LinkButton size="sm" prefetch={false} href={`/monitoring/cards/${id}/history`}>
              История
            </LinkButton>
          </>
        }
      />
      {told ? (
        <Notice tone="success" role="status" className="mb-6">
          {told}
        </Notice>
      ) : null}
      {filling ? (
        <>
          <ReturnNotice view={view} now={now} />
          <CardForm view={view} account={account} now={now} saveGroup={sendGroup} />
        </>
      ) : (
        <>
          {viewer.role === 'PRINCIPAL' ? (
            <LeftAnswers rendered={card} instrument={view.instrument} account={account} />
          ) : null}
          <CardReview view={view} actions={REVIEW} show={reviewFilter(show)} take={take ?? null} now={now} />
        </>
      )}
    </>
  );
}
