import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { EVENT_KINDS } from '@/lib/domain/events/words';
import { formatDate, formatTime, typeset } from '@/lib/domain/russian';
import type { PublicCentre as Centre, PublicEvent } from '@/lib/portal/centre-page/views';
import { PublicDocuments } from './public-documents';

/** The page of a centre for everybody: who it is, its acts, materials and coming events; nothing of any school. */
export function PublicCentre({ centre }: { centre: Centre }) {
  return (
    <>
      <PageHeader
        kind={centre.municipality}
        title={typeset(centre.name)}
        actions={<LinkButton href="/sign-in">Войти в портал</LinkButton>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
        <div className="space-y-6">
          {centre.about ? (
            <Panel title="О центре">
              <p className="max-w-prose whitespace-pre-line">{centre.about}</p>
            </Panel>
          ) : null}
          <Panel title="Ближайшие мероприятия">
            {centre.events.length > 0 ? (
              <PublicEvents events={centre.events} />
            ) : (
              <p className="text-muted">Открытых мероприятий пока не объявлено.</p>
            )}
          </Panel>
          {centre.past.length > 0 ? (
            <Panel title="Недавно прошли">
              <PublicEvents events={centre.past} />
            </Panel>
          ) : null}
          <Panel title="Нормативные акты">
            {centre.acts.length > 0 ? (
              <PublicDocuments documents={centre.acts} />
            ) : (
              <p className="text-muted">Открытых актов пока нет.</p>
            )}
          </Panel>
          {centre.materials.length > 0 ? (
            <Panel title="Методические материалы">
              <PublicDocuments documents={centre.materials} />
            </Panel>
          ) : null}
        </div>
        <Panel title="Контакты">
          <Contacts centre={centre} />
        </Panel>
      </div>
    </>
  );
}

function PublicEvents({ events }: { events: readonly PublicEvent[] }) {
  return (
    <ul className="divide-y divide-line">
      {events.map((event) => (
        <li
          key={event.id}
          className="grid gap-x-6 gap-y-1 py-4 first:pt-0 last:pb-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <p className="text-sm text-muted">
            <time dateTime={event.startsAt.toISOString()}>
              <span className="block">{formatDate(event.startsAt)}</span>
              <span className="block">
                {formatTime(event.startsAt)}–{formatTime(event.endsAt)}
              </span>
            </time>
          </p>
          <div className="min-w-0">
            <h3 className="font-semibold break-words">{typeset(event.title)}</h3>
            <p className="text-sm text-muted">{[EVENT_KINDS[event.kind], event.place].filter(Boolean).join(' · ')}</p>
            {event.audience ? <p className="mt-1 text-sm">Для кого: {event.audience}</p> : null}
            {event.about ? <p className="mt-2 max-w-prose whitespace-pre-line">{event.about}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Contacts({ centre }: { centre: Centre }) {
  const items = [
    { term: 'Руководитель', value: centre.headPost },
    { term: 'Адрес', value: centre.address },
    {
      term: 'Телефон',
      value: centre.phone && (
        <a href={`tel:${centre.phone.replace(/[^\d+]/g, '')}`} className="link">
          {centre.phone}
        </a>
      ),
    },
    {
      term: 'Почта',
      value: centre.email && (
        <a href={`mailto:${centre.email}`} className="link break-all">
          {centre.email}
        </a>
      ),
    },
  ].filter(({ value }) => value);
  return items.length > 0 ? <DescriptionList items={items} /> : <p className="text-muted">Контакты ещё не указаны.</p>;
}
