import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { countOf, formatDate, formatMoment } from '@/lib/domain/russian';
import type { DashboardYear } from '@/lib/portal/dashboard/views';
import type { HeatMapView } from '@/lib/portal/lists/views';

interface DashboardListsProps {
  year: DashboardYear;
  /** where the sums of the listed schools come from; null: no card is accepted */
  sums: HeatMapView | null;
  now: Date;
}

/** Who needs help and why, what is late, who helps whom, what is on, what changed; each leads to its page. */
export function DashboardLists({ year, sums, now }: DashboardListsProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Listed year={year} sums={sums} />
      <Panel
        title="Что стоит"
        description="Программы, у которых прошёл срок школы или 14 дней МОЦ (срок МОЦ — наше предложение)."
        actions={
          <LinkButton size="sm" href={`/support/gaps?year=${year.schoolYear}`}>
            Все пробелы
          </LinkButton>
        }
      >
        <ul className="divide-y divide-line">
          {year.stuck.map(({ programmeId, school, what, who, since }) => (
            <li key={programmeId} className="py-2">
              <Link className="link" href={`/support/programmes/${programmeId}`}>
                {school}
              </Link>
              : {what.charAt(0).toLowerCase() + what.slice(1)}
              <span className="block text-sm text-muted">
                ждём: {who}, с {formatDate(new Date(since))}
              </span>
            </li>
          ))}
        </ul>
        {year.stuck.length === 0 ? <p className="text-muted">Ни одна программа не стоит.</p> : null}
      </Panel>
      <Panel
        title="Кто кому помогает"
        description={countOf(year.partnerships.length, 'партнёрство', 'партнёрства', 'партнёрств')}
        actions={
          <LinkButton size="sm" href={`/support/partners?year=${year.schoolYear}`}>
            Все партнёры
          </LinkButton>
        }
      >
        <ul className="divide-y divide-line">
          {year.partnerships.map(({ id, title, host, schools }) => (
            <li key={id} className="py-2">
              <Link className="link" href={`/support/partners/${id}`}>
                {host} → {schools.join(', ')}
              </Link>
              {title === `${host} → ${schools.join(', ')}` ? null : (
                <span className="block text-sm text-muted">{title}</span>
              )}
            </li>
          ))}
        </ul>
        {year.partnerships.length === 0 ? <p className="text-muted">Партнёров ещё не согласовали.</p> : null}
      </Panel>
      <Panel
        title="Ближайшие 7 дней"
        actions={
          <LinkButton size="sm" href="/calendar">
            Календарь
          </LinkButton>
        }
      >
        <ul className="divide-y divide-line">
          {year.coming.map(({ id, title, startsAt }) => (
            <li key={id} className="py-2">
              <Link className="link" href={`/calendar/${id}`}>
                {title}
              </Link>
              <span className="block text-sm text-muted">{formatMoment(startsAt, now)}</span>
            </li>
          ))}
        </ul>
        {year.coming.length === 0 ? <p className="text-muted">Мероприятий МОЦ нет.</p> : null}
        <h3 className="mt-4 font-semibold">Что изменилось за 7 дней</h3>
        <ul className="divide-y divide-line">
          {year.changes.map(({ text, count, href }) => (
            <li key={text} className="py-2">
              <Link className="link" href={href}>
                {text}
              </Link>
              : {count}
            </li>
          ))}
        </ul>
        {year.changes.length === 0 ? <p className="text-muted">Ничего не изменилось.</p> : null}
      </Panel>
    </div>
  );
}

function Listed({ year: { list, campaign }, sums }: Pick<DashboardListsProps, 'year' | 'sums'>) {
  const rowOf = new Map(sums?.rows.map((row) => [row.schoolId, row]));
  return (
    <Panel
      title="Каким школам нужна помощь"
      {...(list
        ? { description: countOf(list.schools.length, 'школа в списке', 'школы в списке', 'школ в списке') }
        : {})}
      actions={
        <LinkButton size="sm" href={list ? `/analysis/lists/${list.id}` : `/analysis/campaigns/${campaign.id}`}>
          {list ? 'Список' : 'Рейтинг'}
        </LinkButton>
      }
    >
      {list ? (
        <ul className="divide-y divide-line">
          {list.schools.map(({ schoolId, name, stayed }) => {
            const row = rowOf.get(schoolId);
            return (
              <li key={schoolId} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <Link className="link" href={`/support/schools/${schoolId}`}>
                  {name}
                </Link>
                <span className="text-sm text-muted">
                  {row ? (
                    <Link className="link" href={`/schools/${schoolId}?tab=points`}>
                      {row.negativeSum} из {countOf(row.maximum, 'балла', 'баллов', 'баллов')}
                    </Link>
                  ) : (
                    'карта не принята'
                  )}
                  , {stayed ? 'второй год и дольше' : 'новая в списке'}
                </span>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="text-muted">Список этого года ещё не утверждён.</p>
      )}
    </Panel>
  );
}
