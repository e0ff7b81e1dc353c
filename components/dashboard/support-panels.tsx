import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { DAYS_OF_CENTRE } from '@/lib/domain/dashboard/stuck';
import { countOf, formatDate, formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import type { DashboardYear, SupportYear } from '@/lib/portal/dashboard/views';

interface SupportProps {
  municipalityId: string;
  support: SupportYear;
  /** the figures are of an earlier list than the overview's year */
  earlier: boolean;
}

const ofList = ({ support, earlier }: Omit<SupportProps, 'municipalityId'>) =>
  earlier ? `Поддержка идёт по списку ${formatSchoolYear(support.schoolYear)}. ` : '';

/** Whose programme does not move, and whom it waits for. */
export function StuckPanel({ municipalityId, support, earlier }: SupportProps) {
  return (
    <Panel
      id="stuck"
      title="Чья программа стоит"
      description={`${ofList({ support, earlier })}Прошёл срок школы или ${DAYS_OF_CENTRE} дней у МОЦ (срок МОЦ — наше предложение).`}
      actions={
        <LinkButton size="sm" href={`/support/gaps?year=${support.schoolYear}&municipality=${municipalityId}`}>
          Все пробелы
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {support.stuck.map(({ programmeId, school, what, who, since }) => (
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
      {support.stuck.length === 0 ? <p className="text-muted">Ни одна программа не стоит.</p> : null}
    </Panel>
  );
}

/** Who helps whom. */
export function PartnersPanel({ municipalityId, support, earlier }: SupportProps) {
  const { partnerships, schoolYear } = support;
  return (
    <Panel
      id="partners"
      title="Кто кому помогает"
      description={`${ofList({ support, earlier })}${countOf(partnerships.length, 'партнёрство', 'партнёрства', 'партнёрств')}.`}
      actions={
        <LinkButton size="sm" href={`/support/partners?year=${schoolYear}&municipality=${municipalityId}`}>
          Все партнёры
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {partnerships.map(({ id, title, host, schools }) => (
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
      {partnerships.length === 0 ? <p className="text-muted">Партнёров ещё не согласовали.</p> : null}
    </Panel>
  );
}

/** What is on in the next days. */
export function WeekPanel({ coming, now }: Pick<DashboardYear, 'coming'> & { now: Date }) {
  return (
    <Panel
      id="week"
      title="Что на этой неделе"
      description="Мероприятия МОЦ ближайших 7 дней."
      actions={
        <LinkButton size="sm" href="/calendar">
          Календарь
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {coming.map(({ id, title, startsAt }) => (
          <li key={id} className="py-2">
            <Link className="link" href={`/calendar/${id}`}>
              {title}
            </Link>
            <span className="block text-sm text-muted">{formatMoment(startsAt, now)}</span>
          </li>
        ))}
      </ul>
      {coming.length === 0 ? <p className="text-muted">Мероприятий МОЦ нет.</p> : null}
    </Panel>
  );
}
