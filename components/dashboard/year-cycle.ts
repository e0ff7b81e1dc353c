import type { YearStep } from '@/components/home/year-steps';
import { countOf } from '@/lib/domain/russian';
import type { DashboardYear } from '@/lib/portal/dashboard/views';

const stateOf = (done: number, all: number): YearStep['state'] => (all === 0 ? 'ahead' : done >= all ? 'done' : 'now');

/** The year's cycle as steps, from the cards to the effect, which only the next year's cards can show. */
export function cycleOf(year: DashboardYear): YearStep[] {
  const { campaign, cards, list, examined, programmes, events, schoolYear } = year;
  const listed = list?.schools.length ?? 0;
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
      state: stateOf(examined.done, Math.max(examined.all, listed)),
      note: `Проведены ${examined.done} из ${Math.max(examined.all, listed)}`,
      href: `/support/examinations?year=${schoolYear}`,
    },
    {
      name: 'Программы',
      state: stateOf(programmes.agreed, Math.max(programmes.all, listed)),
      note: `Согласованы ${programmes.agreed} из ${Math.max(programmes.all, listed)}`,
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
      state: 'ahead',
      note: 'Видно по картам следующего года',
      href: '/analysis/effectiveness',
    },
  ];
}
