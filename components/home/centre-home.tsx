import { cycleOf } from '@/components/dashboard/year-cycle';
import { FigureRow, yearFigures } from '@/components/dashboard/year-figures';
import { YearQuestions } from '@/components/dashboard/year-questions';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import type { CentreDay, SupportTask } from '@/lib/portal/home/views';
import { type ToDo, ToDoList } from './to-do-list';
import { YearSteps } from './year-steps';

interface CentreHomeProps {
  placeName: string;
  day: CentreDay;
  tasks: readonly SupportTask[];
  now: Date;
  /** may open campaigns, confirm lists, invite people */
  head: boolean;
}

/** Where the centre is in the year and what needs it today. */
export function CentreHome({ placeName, day, tasks, now, head }: CentreHomeProps) {
  const { year } = day.dashboard;
  const figures = yearFigures(day.dashboard);
  const open = year?.campaign.status === 'OPEN';
  return (
    <>
      <PageHeader
        title={placeName}
        kind="Муниципальный образовательный центр"
        {...(year
          ? {
              description: `Диагностика ${formatSchoolYear(year.schoolYear, true)}${open ? `: ${timeLeft(year.campaign.dueAt, now)}` : ''}`,
            }
          : {})}
        actions={
          <>
            {year ? <LinkButton href="/dashboard">Обзор года</LinkButton> : null}
            {head && !open ? (
              <LinkButton variant="primary" href="/monitoring/campaigns/new">
                Открыть кампанию
              </LinkButton>
            ) : null}
          </>
        }
      />
      <YearSteps steps={cycleOf(day.dashboard)} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Panel title="Что требует внимания">
          <ToDoList items={[...toDoOf(day, head), ...tasks]} />
        </Panel>
        {figures ? (
          <div className="min-w-0 space-y-6">
            <FigureRow
              figures={[figures.coverage, figures.review, figures.listed, figures.recommendations]}
              className="grid grid-cols-2 gap-3"
            />
            <YearQuestions dashboard={day.dashboard} />
          </div>
        ) : null}
      </div>
    </>
  );
}

function toDoOf({ dashboard: { year }, openDisputes, schoolsWithoutAccount }: CentreDay, head: boolean): ToDo[] {
  const board = year ? `/monitoring/campaigns/${year.campaign.id}` : '/monitoring';
  return [
    { text: 'Проверить отправленные карты', count: year?.cards.SUBMITTED ?? 0, href: `${board}?show=review` },
    { text: 'Решить возражения школ', count: openDisputes, href: `${board}?show=review` },
    { text: 'Напомнить опаздывающим школам', count: year?.cards.late ?? 0, href: `${board}?show=late` },
    ...(head
      ? [
          {
            text: 'Пригласить директоров: у школ нет учётной записи',
            count: schoolsWithoutAccount,
            href: '/settings/accounts',
          },
        ]
      : []),
  ];
}
