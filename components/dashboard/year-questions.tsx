import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { countOf } from '@/lib/domain/russian';
import type { CityDashboard } from '@/lib/portal/dashboard/views';

/** What a centre asks of the year, each with its short answer and the place that answers it in full. */
export function YearQuestions({ dashboard }: { dashboard: CityDashboard }) {
  const questions = questionsOf(dashboard);
  if (questions.length === 0) return null;
  return (
    <Panel title="Вопросы года">
      <ul className="divide-y divide-line">
        {questions.map(({ question, answer, href }) => (
          <li key={question} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
            <Link className="link" href={href}>
              {question}
            </Link>
            <span className="text-sm text-muted tabular-nums">{answer}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const schools = (count: number) => countOf(count, 'школа', 'школы', 'школ');

function questionsOf({ year, running }: CityDashboard) {
  if (!year) return [];
  const { campaign, cards, list, coming, changes, since, schoolYear } = year;
  const { stuck, partnerships } = running ?? year;
  const board = `/monitoring/campaigns/${campaign.id}`;
  const overview = (place: string) => `/dashboard?year=${schoolYear}#${place}`;
  const changed = changes.reduce((sum, { count }) => sum + count, 0);
  const ago = since.of === 'VISIT' ? 'с прошлого визита' : 'за 7 дней';
  return [
    { question: 'Кто не сдал карту', answer: schools(cards.DRAFT + cards.RETURNED), href: `${board}?show=notFiled` },
    { question: 'Кто опаздывает', answer: schools(cards.late), href: `${board}?show=late` },
    {
      question: 'Кто в списке и почему',
      answer: list ? schools(list.schools.length) : 'список не утверждён',
      href: overview('flagged'),
    },
    {
      question: 'Что изменилось',
      answer: `${changed === 0 ? 'ничего' : countOf(changed, 'событие', 'события', 'событий')} ${ago}`,
      href: overview('changes'),
    },
    {
      question: 'Чья программа стоит',
      answer: countOf(stuck.length, 'программа', 'программы', 'программ'),
      href: overview('stuck'),
    },
    {
      question: 'Что на этой неделе',
      answer:
        coming.length === 0 ? 'мероприятий нет' : countOf(coming.length, 'мероприятие', 'мероприятия', 'мероприятий'),
      href: overview('week'),
    },
    {
      question: 'Кто кому помогает',
      answer: countOf(partnerships.length, 'партнёрство', 'партнёрства', 'партнёрств'),
      href: overview('partners'),
    },
    { question: 'Помогло ли', answer: 'вывод и прогноз', href: overview('effect') },
  ];
}
