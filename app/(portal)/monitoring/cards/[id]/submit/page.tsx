import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CheckAnswers } from '@/components/cards/fill/check-answers';
import { PageHeader } from '@/components/ui/page-header';
import { formatDate, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import { cardForEditing } from '@/lib/portal/cards/queries';
import { sendSubmission } from '../fill-actions';

export const metadata: Metadata = { title: 'Проверка и отправка карты' };

interface PageProps {
  params: Promise<{ id: string }>;
}

/** The last step of filling in: look the answers over and send the card. */
export default async function SubmitCardPage({ params }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const now = new Date();
  const view = opened(await cardForEditing(viewer, id));
  const address = `/monitoring/cards/${id}`;
  if (!view.card.editable) redirect(address);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Диагностическая карта', href: address }]}
        kind={view.school.shortName}
        title="Проверка и отправка"
        description={`${formatSchoolYear(view.campaign.schoolYear, true)}. Срок ${formatDate(view.dueAt)}, ${timeLeft(view.dueAt, now)}.`}
      />
      <CheckAnswers
        view={view}
        account={{ id: viewer.accountId, email: viewer.email }}
        now={now}
        submissionKey={randomUUID()}
        submit={sendSubmission}
      />
    </>
  );
}
