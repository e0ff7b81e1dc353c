import { CalendarPlus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ParticipationPanel } from '@/components/event-participation/participation-panel';
import { EventStatusMark, whenOf } from '@/components/events/event-words';
import { MaterialsPanel } from '@/components/events/materials-panel';
import { SeriesPanel } from '@/components/events/series-panel';
import { ActionForm } from '@/components/ui/action-form';
import { DescriptionList } from '@/components/ui/description-list';
import { TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { dayAndTime } from '@/lib/domain/events/moscow-time';
import { EVENT_KINDS, WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { formatMoment } from '@/lib/domain/russian';
import { participationOf } from '@/lib/portal/event-participation/queries';
import { materialsOf } from '@/lib/portal/events/materials';
import { eventView } from '@/lib/portal/events/queries';
import { seriesOf } from '@/lib/portal/events/series';
import type { EventView } from '@/lib/portal/events/views';
import { sendCancel, sendDiscard, sendMaterials, sendPublish } from '../actions';
import { sendCancelFollowing, sendPublishSeries } from '../series-actions';
import { sendAttendance, sendFeedback, sendSignUp, sendWithdrawal } from './participation-actions';

export const metadata: Metadata = { title: 'Мероприятие' };

export default async function EventPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const now = new Date();
  const id = idOf((await params).id);
  const event = opened(await eventView(viewer, id));
  const participation = opened(await participationOf(viewer, id, now));
  const materials = opened(await materialsOf(viewer, id));
  const series = opened(await seriesOf(viewer, id));
  const month = dayAndTime(event.startsAt).day.slice(0, 7);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Календарь', href: `/calendar?month=${month}` }]}
        kind={`${EVENT_KINDS[event.kind]}${event.regional ? ', региональное' : ''}`}
        title={event.title}
        status={<EventStatusMark status={event.status} past={event.endsAt < now} />}
        description={whenOf(event)}
        actions={
          <>
            {event.status === 'DRAFT' ? null : (
              <LinkButton href={`/calendar/${id}/file`} prefetch={false}>
                <CalendarPlus aria-hidden /> В свой календарь
              </LinkButton>
            )}
            {participation.mayLead ? (
              <>
                <LinkButton href={`/calendar/${id}/door`}>Отметка у двери</LinkButton>
                <LinkButton href={`/calendar/${id}/report`}>Итоги</LinkButton>
              </>
            ) : null}
            {event.mayChange ? <LinkButton href={`/calendar/${id}/edit`}>Изменить или перенести</LinkButton> : null}
          </>
        }
      />
      {event.cancelReason ? (
        <Notice tone="danger" title="Мероприятие отменено" className="mb-6">
          <p className="whitespace-pre-line">{event.cancelReason}</p>
        </Notice>
      ) : null}
      {event.clashes.length > 0 ? (
        <Notice tone="warning" title="В это время там же" className="mb-6">
          <ul className="list-disc pl-5">
            {event.clashes.map(({ id: other, title, startsAt }) => (
              <li key={other}>
                <Link className="link" href={`/calendar/${other}`}>
                  {title}
                </Link>
                , {formatMoment(startsAt, now)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="space-y-6">
        <About event={event} />
        {event.programme.length > 0 ? (
          <Panel title="Программа">
            <ol className="divide-y divide-line">
              {event.programme.map(({ at, what }) => (
                <li key={`${at} ${what}`} className="flex gap-4 py-2">
                  <span className="w-16 shrink-0 text-muted tabular-nums">{at}</span>
                  <span className="min-w-0">{what}</span>
                </li>
              ))}
            </ol>
          </Panel>
        ) : null}
        {event.speakers.length > 0 ? (
          <Panel title="Выступают">
            <ul className="list-disc space-y-1 pl-5">
              {event.speakers.map(({ who, theme }) => (
                <li key={`${who} ${theme}`}>{theme === '' ? who : `${who}: ${theme}`}</li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <MaterialsPanel
          {...materials}
          version={event.version}
          save={event.mayChange ? sendMaterials.bind(null, id) : null}
        />
        {event.status === 'DRAFT' ? null : (
          <ParticipationPanel
            participation={participation}
            capacity={event.capacity}
            ownSchoolId={viewer.schoolId}
            signUp={sendSignUp.bind(null, id)}
            withdraw={(schoolId) => sendWithdrawal.bind(null, { eventId: id, schoolId })}
            mark={sendAttendance.bind(null, id)}
            giveFeedback={sendFeedback.bind(null, id)}
          />
        )}
        {series ? (
          <SeriesPanel
            series={series}
            event={event}
            now={now}
            decisions={
              event.mayChange
                ? { publish: sendPublishSeries.bind(null, id), cancel: sendCancelFollowing.bind(null, id) }
                : null
            }
          />
        ) : null}
        {event.mayChange ? <Decisions event={event} /> : null}
      </div>
    </>
  );
}

function About({ event }: { event: EventView }) {
  const { about, place, link, host, audience, capacity, forSchools, openToAll } = event;
  return (
    <Panel title="О мероприятии">
      {about ? <p className="mb-4 max-w-prose whitespace-pre-line">{about}</p> : null}
      <DescriptionList
        items={[
          { term: 'Направление', value: WORK_DIRECTIONS[event.direction] },
          ...(place ? [{ term: 'Место', value: place }] : []),
          ...(host ? [{ term: 'Школа-площадка', value: host }] : []),
          ...(link
            ? [
                {
                  term: 'Ссылка',
                  value: (
                    <a className="link break-all" href={link} rel="noreferrer" target="_blank">
                      {link}
                    </a>
                  ),
                },
              ]
            : []),
          ...event.belongsTo.map(({ term, title, href }) => ({
            term,
            value: (
              <Link className="link" href={href}>
                {title}
              </Link>
            ),
          })),
          ...(audience ? [{ term: 'Для кого', value: audience }] : []),
          ...(forSchools.length > 0 ? [{ term: 'Для школ', value: forSchools.join(', ') }] : []),
          { term: 'Кто видит', value: openToAll ? 'все школы' : 'школы, для которых проводится, и площадка' },
          ...(capacity === null ? [] : [{ term: 'Мест', value: String(capacity) }]),
        ]}
      />
    </Panel>
  );
}

function Decisions({ event: { id, version, status } }: { event: EventView }) {
  return (
    <Panel title="Решение">
      {status === 'DRAFT' ? (
        <div className="flex flex-wrap gap-3">
          <ActionForm send={sendPublish.bind(null, id)}>
            <input type="hidden" name="version" value={version} />
            <SubmitButton pendingText="Минуту…">Поставить в календарь</SubmitButton>
          </ActionForm>
          <ActionForm send={sendDiscard.bind(null, id)}>
            <input type="hidden" name="version" value={version} />
            <SubmitButton variant="danger" pendingText="Удаляем…">
              Удалить черновик
            </SubmitButton>
          </ActionForm>
        </div>
      ) : (
        <details>
          <summary className="link w-fit cursor-pointer">Отменить мероприятие</summary>
          <ActionForm send={sendCancel.bind(null, id)} className="mt-3 flex flex-wrap items-end gap-3">
            <input type="hidden" name="version" value={version} />
            <TextField label="Почему" name="reason" fieldClassName="min-w-72 flex-1" />
            <SubmitButton variant="danger" pendingText="Отменяем…">
              Отменить мероприятие
            </SubmitButton>
          </ActionForm>
        </details>
      )}
    </Panel>
  );
}
