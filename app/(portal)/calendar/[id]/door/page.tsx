import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DoorList } from '@/components/event-participation/door-list';
import { whenOf } from '@/components/events/event-words';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { formatMoment } from '@/lib/domain/russian';
import { doorOf } from '@/lib/portal/event-participation/queries';
import { sendAttendance } from '../participation-actions';

export const metadata: Metadata = { title: 'Отметка пришедших' };

/** For one thumb at the door: who came, school by school. */
export default async function DoorPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const now = new Date();
  const id = idOf((await params).id);
  const { event, opensAt, participation } = opened(await doorOf(viewer, id, now));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: event.title, href: `/calendar/${id}` }]}
        title="Отметка пришедших"
        description={whenOf(event)}
      />
      {participation.mayMark ? (
        <DoorList participation={participation} send={sendAttendance.bind(null, id)} />
      ) : (
        <Notice tone="info" title="Дверь ещё закрыта">
          Отмечать пришедших можно с {formatMoment(opensAt, now)}: за час до начала и позже.
        </Notice>
      )}
    </>
  );
}
