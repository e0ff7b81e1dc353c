import type { YearStep } from '@/components/home/year-steps';
import { countOf, formatSchoolYear } from '@/lib/domain/russian';
import type { CityDashboard, DashboardYear } from '@/lib/portal/dashboard/views';

const stateOf = (done: number, all: number): YearStep['state'] => (all === 0 ? 'ahead' : done >= all ? 'done' : 'now');

const NO_LIST = 'Начнутся после списка';

/** The year's cycle as steps, from the cards to the effect, which only the list of a later year can show. */
export function cycleOf(
  year: DashboardYear,
  { municipalityId, trend }: Pick<CityDashboard, 'municipalityId' | 'trend'>,
): YearStep[] {
  const { campaign, cards, list, examined, programmes, events, schoolYear } = year;
  const listed = list?.schools.length ?? 0;
  const toExamine = Math.max(examined.all, listed);
  const toAgree = Math.max(programmes.all, listed);
  const later = trend.find((one) => one.schoolYear > schoolYear)?.schoolYear;
  return [
    {
      name: 'Карты школ',
      state: campaign.status === 'CLOSED' ? 'done' : stateOf(cards.ACCEPTED, cards.all),
      note: `Приняты ${cards.ACCEPTED} из ${countOf(cards.all, 'карты', 'карт', 'карт')}`,
      href: `/monitoring/campaigns/${campaign.id}`,
    },
    {
      name: 'Список',
      state: list ? 'done' : cards.ACCEPTED === cards.all ? 'now' : 'ahead',
      note: list ? countOf(listed, 'школа', 'школы', 'школ') : 'Ещё не утверждён',
      href: list ? `/analysis/lists/${list.id}` : `/analysis/campaigns/${campaign.id}`,
    },
    {
      name: 'Обследования',
      state: stateOf(examined.done, toExamine),
      note: toExamine === 0 ? NO_LIST : `Проведены ${examined.done} из ${toExamine}`,
      href: `/support/examinations?year=${schoolYear}`,
    },
    {
      name: 'Программы',
      state: stateOf(programmes.agreed, toAgree),
      note: toAgree === 0 ? NO_LIST : `Согласованы ${programmes.agreed} из ${toAgree}`,
      href: `/support/programmes?year=${schoolYear}`,
    },
    {
      name: 'Мероприятия',
      state: events.held > 0 ? 'now' : 'ahead',
      note: `Прошли ${events.held}, с поддерживаемыми школами ${events.withSupported}`,
      href: `/calendar/participation?year=${schoolYear}`,
    },
    {
      name: 'Помогло ли',
      state: later ? 'done' : 'ahead',
      note: later ? `Сравнение с ${formatSchoolYear(later)}` : 'Видно по списку следующего года',
      href: later
        ? `/analysis/effectiveness?municipality=${municipalityId}&from=${schoolYear}&to=${later}`
        : '/analysis/effectiveness',
    },
  ];
}
