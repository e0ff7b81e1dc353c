import { FigureWithChange } from '@/components/ui/figure-with-change';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { countOf, formatDate, formatPercent, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import type { CentreDay, SupportTask } from '@/lib/portal/home/views';
import { ToDoList } from './to-do-list';
import { type YearStep, YearSteps } from './year-steps';

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
  const { campaign } = day;
  const board = campaign ? `/monitoring/campaigns/${campaign.id}` : '/monitoring';
  const list = campaign ? `/analysis/campaigns/${campaign.id}` : '/analysis';
  return (
    <>
      <PageHeader
        title={placeName}
        kind="Муниципальный образовательный центр"
        {...(campaign ? { description: `Диагностика ${formatSchoolYear(campaign.schoolYear, true)}` } : {})}
        actions={
          head && campaign?.status !== 'OPEN' ? (
            <LinkButton variant="primary" href="/monitoring/campaigns/new">
              Открыть кампанию
            </LinkButton>
          ) : null
        }
      />
      <YearSteps steps={stepsOf(day, board, list, now)} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Panel title="Что требует внимания">
          <ToDoList
            items={[
              { text: 'Проверить отправленные карты', count: day.toReview, href: `${board}?show=review` },
              { text: 'Решить возражения школ', count: day.openDisputes, href: `${board}?show=review` },
              { text: 'Напомнить опаздывающим школам', count: day.late, href: `${board}?show=late` },
              ...(head
                ? [
                    {
                      text: 'Пригласить директоров: у школ нет учётной записи',
                      count: day.schoolsWithoutAccount,
                      href: '/settings/accounts',
                    },
                  ]
                : []),
              ...tasks,
            ]}
          />
        </Panel>
        <div className="grid grid-cols-2 gap-3">
          <FigureWithChange
            label="Охват"
            value={formatPercent(campaign?.cards ? day.accepted / campaign.cards : 0)}
            unit={campaign ? `${day.accepted} из ${campaign.cards}` : ''}
            href={board}
          />
          <FigureWithChange label="Ждут проверки" value={String(day.toReview)} href={`${board}?show=review`} />
          <FigureWithChange label="Опаздывают" value={String(day.late)} href={`${board}?show=late`} />
          {day.listInForce ? (
            <FigureWithChange
              label="В списке поддержки"
              value={String(day.listInForce.schools)}
              href={`/analysis/lists/${day.listInForce.id}`}
              {...(day.previousList
                ? {
                    change: {
                      value: day.listInForce.schools - day.previousList.schools,
                      since: `к ${formatSchoolYear(day.previousList.schoolYear)}`,
                      better: 'down' as const,
                    },
                  }
                : {})}
            />
          ) : (
            <FigureWithChange
              label={
                day.previousList ? `В списке ${formatSchoolYear(day.previousList.schoolYear)}` : 'В списке поддержки'
              }
              value={day.previousList ? String(day.previousList.schools) : '—'}
              href={day.previousList ? `/analysis/lists/${day.previousList.id}` : list}
              hint="Список этого года ещё не утверждён"
            />
          )}
        </div>
      </div>
    </>
  );
}

function stepsOf(day: CentreDay, board: string, list: string, now: Date): YearStep[] {
  const { campaign } = day;
  if (!campaign) {
    return [
      { name: 'Кампания', state: 'now', note: 'Откройте первую кампанию', href: '/monitoring' },
      { name: 'Карты школ', state: 'ahead', note: 'Заполняют директора' },
      { name: 'Проверка', state: 'ahead', note: 'Проверяют методисты' },
      { name: 'Список школ', state: 'ahead', note: 'Утверждает руководитель' },
    ];
  }
  const open = campaign.status === 'OPEN';
  const handedIn = day.accepted + day.toReview;
  const allIn = handedIn === campaign.cards;
  const allAccepted = day.accepted === campaign.cards;
  return [
    {
      name: `Кампания ${formatSchoolYear(campaign.schoolYear)}`,
      state: open ? 'now' : 'done',
      note: open ? `Срок ${formatDate(campaign.dueAt)}, ${timeLeft(campaign.dueAt, now)}` : 'Закрыта',
      href: board,
    },
    {
      name: 'Карты школ',
      state: allIn || !open ? 'done' : 'now',
      note: `Отправили ${handedIn} из ${countOf(campaign.cards, 'школы', 'школ', 'школ')}`,
      href: board,
    },
    {
      name: 'Проверка',
      state: allAccepted || !open ? 'done' : day.toReview > 0 ? 'now' : 'ahead',
      note: `Приняты ${day.accepted}, ждут ${day.toReview}`,
      href: `${board}?show=review`,
    },
    {
      name: 'Список школ',
      state: day.listInForce ? 'done' : open ? 'ahead' : 'now',
      note: day.listInForce
        ? `Приказ № ${day.listInForce.orderNumber} от ${formatDate(day.listInForce.orderDate)}`
        : 'Ещё не утверждён',
      href: list,
    },
  ];
}
