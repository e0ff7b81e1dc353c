import type { YearStep } from '@/components/home/year-steps';
import { countOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import type { CityDashboard } from '@/lib/portal/dashboard/views';

const stateOf = (done: number, all: number): YearStep['state'] => (all === 0 ? 'ahead' : done >= all ? 'done' : 'now');

const NO_LIST = 'Начнутся после списка';
const NEXT_LIST = 'Видно по списку следующего года';
const NOBODY_LISTED = 'Списка этого года нет';

/** The year's cycle as steps, from the cards to the effect, which only the list of a later year can show. */
export function cycleOf({ year, running, municipalityId, trend }: CityDashboard): YearStep[] {
  if (!year) return NOTHING_YET;
  const { campaign, cards, list, events, schoolYear } = year;
  const { examined, programmes, schoolYear: supportYear } = running ?? year;
  const supported = trend.find((one) => one.schoolYear === supportYear)?.listed.length ?? 0;
  const toExamine = Math.max(examined.all, supported);
  const toAgree = Math.max(programmes.all, supported);
  const ofList = running ? ` (список ${formatSchoolYear(supportYear)})` : '';
  // without a list there is nobody whose way could be judged
  const later = list ? trend.find((one) => one.schoolYear > schoolYear)?.schoolYear : undefined;
  const closed = campaign.status === 'CLOSED';
  const ready = closed || (cards.all > 0 && cards.ACCEPTED === cards.all);
  return [
    {
      name: 'Карты школ',
      state: closed ? 'done' : stateOf(cards.ACCEPTED, cards.all),
      note: `Приняты ${cards.ACCEPTED} из ${countOf(cards.all, 'карты', 'карт', 'карт')}, ${closed ? 'кампания закрыта' : `срок ${formatDate(campaign.dueAt)}`}`,
      href: `/monitoring/campaigns/${campaign.id}`,
    },
    {
      name: 'Список',
      state: list ? 'done' : ready ? 'now' : 'ahead',
      note: list
        ? `${countOf(list.schools.length, 'школа', 'школы', 'школ')}, приказ от ${formatDate(list.orderDate)}`
        : 'Ещё не утверждён',
      href: list ? `/analysis/lists/${list.id}` : `/analysis/campaigns/${campaign.id}`,
    },
    {
      name: 'Обследования',
      state: stateOf(examined.done, toExamine),
      note: toExamine === 0 ? NO_LIST : `Проведены ${examined.done} из ${toExamine}${ofList}`,
      href: `/support/examinations?year=${supportYear}&municipality=${municipalityId}`,
    },
    {
      name: 'Программы',
      state: stateOf(programmes.agreed, toAgree),
      note: toAgree === 0 ? NO_LIST : `Согласованы ${programmes.agreed} из ${toAgree}${ofList}`,
      href: `/support/programmes?year=${supportYear}&municipality=${municipalityId}`,
    },
    {
      name: 'Мероприятия',
      state: events.held > 0 ? 'now' : 'ahead',
      note: `Прошли ${events.held}${list ? `, со школами списка ${events.withSupported}` : ''}`,
      href: `/calendar/participation?year=${schoolYear}`,
    },
    {
      name: 'Помогло ли',
      state: later ? 'done' : 'ahead',
      note: later ? `Сравнение с ${formatSchoolYear(later)}` : closed && !list ? NOBODY_LISTED : NEXT_LIST,
      href: later
        ? `/analysis/effectiveness?municipality=${municipalityId}&from=${schoolYear}&to=${later}`
        : `/analysis/effectiveness?municipality=${municipalityId}`,
    },
  ];
}

const NOTHING_YET: YearStep[] = [
  { name: 'Карты школ', state: 'now', note: 'Откройте первую кампанию', href: '/monitoring' },
  { name: 'Список', state: 'ahead', note: 'Утверждает руководитель МОЦ' },
  { name: 'Обследования', state: 'ahead', note: NO_LIST },
  { name: 'Программы', state: 'ahead', note: NO_LIST },
  { name: 'Мероприятия', state: 'ahead', note: 'Планирует МОЦ', href: '/calendar' },
  { name: 'Помогло ли', state: 'ahead', note: NEXT_LIST },
];
