import { CardStatus } from '@/components/campaigns/card-status';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { ProgressBar } from '@/components/ui/progress-bar';
import { countOf, formatDate, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import type { OwnCard, SupportTask } from '@/lib/portal/home/views';
import { OwnCardTable } from './own-card-table';
import { ToDoList } from './to-do-list';

interface PrincipalHomeProps {
  schoolName: string;
  schoolId: string;
  cards: readonly OwnCard[];
  /** of the support of the school */
  tasks: readonly SupportTask[];
  now: Date;
}

/** One large next step, then the school's own years. */
export function PrincipalHome({ schoolName, schoolId, cards, tasks, now }: PrincipalHomeProps) {
  const current = cards.find((card) => card.campaignStatus === 'OPEN');
  return (
    <>
      <PageHeader title={schoolName} kind="Ваша школа" />
      <div className="space-y-6">
        {current ? (
          <NextStep card={current} now={now} />
        ) : (
          <Panel>
            <EmptyState title="Сейчас заполнять нечего">
              Когда МОЦ откроет новую кампанию, здесь появится карта, а на почту придёт письмо.
            </EmptyState>
          </Panel>
        )}
        {tasks.some(({ count }) => count > 0) ? (
          <Panel
            title="Поддержка школы: что от вас ждут"
            actions={
              <LinkButton size="sm" href={`/support/schools/${schoolId}`}>
                Ход поддержки
              </LinkButton>
            }
          >
            <ToDoList items={tasks} />
          </Panel>
        ) : null}
        {cards.length > 0 ? (
          <Panel
            title="Суммы отрицательных критериев по годам"
            description="Чем меньше сумма, тем лучше. Суммы видят ваша школа, МОЦ и СОИРО; другие школы их не видят."
            actions={
              <LinkButton size="sm" href={`/schools/${schoolId}`}>
                Подробно о школе
              </LinkButton>
            }
            padding="flush"
          >
            <OwnCardTable cards={cards} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function NextStep({ card, now }: { card: OwnCard; now: Date }) {
  const href = `/monitoring/cards/${card.id}`;
  const year = formatSchoolYear(card.schoolYear, true);
  const left = card.applicable - card.answered;
  const waits = card.status === 'DRAFT' || card.status === 'RETURNED';
  return (
    <section className="rounded-lg border-2 border-accent bg-surface p-5 sm:p-8">
      <div className="flex flex-wrap items-center gap-3">
        <p className="font-medium text-muted">Диагностическая карта, {year}</p>
        <CardStatus status={card.status} begun={card.answered > card.carriedOver} />
      </div>
      {waits ? (
        <>
          <h2 className="mt-2 text-2xl font-semibold tracking-tight sm:text-3xl">
            {card.status === 'RETURNED'
              ? 'Исправьте карту и отправьте снова'
              : left === 0
                ? 'Проверьте ответы и отправьте карту'
                : `Заполните карту до ${formatDate(card.dueAt)}`}
          </h2>
          {card.returnComment && card.status === 'RETURNED' ? (
            <blockquote className="mt-3 max-w-prose border-l-4 border-warning pl-4 whitespace-pre-line">
              {card.returnComment}
            </blockquote>
          ) : null}
          <p className="mt-2 text-muted">
            {timeLeft(card.dueAt, now)}.{' '}
            {card.carriedOver > 0
              ? `${countOf(card.carriedOver, 'ответ перешёл', 'ответа перешли', 'ответов перешли')} из прошлого года: проверьте.`
              : 'Ответы сохраняются сами, можно прерваться в любой момент.'}
          </p>
          <ProgressBar
            className="mt-4 max-w-xl"
            label={`Отвечено ${card.answered} из ${card.applicable}`}
            labelShown
            value={card.answered}
            max={card.applicable}
          />
          <LinkButton variant="primary" size="lg" href={left === 0 ? `${href}/submit` : href} className="mt-5">
            {card.answered === 0 ? 'Начать' : left === 0 ? 'К отправке' : 'Продолжить'}
          </LinkButton>
        </>
      ) : (
        <>
          <h2 className="mt-2 text-2xl font-semibold tracking-tight sm:text-3xl">
            {card.status === 'SUBMITTED' ? 'Карта отправлена, МОЦ проверяет' : 'Карта принята'}
          </h2>
          <p className="mt-2 text-muted">
            {card.openDisputes > 0
              ? `Оспаривается: ${countOf(card.openDisputes, 'балл', 'балла', 'баллов')}. Решение МОЦ придёт уведомлением.`
              : 'Если вы не согласны с каким-то баллом, его можно оспорить: откройте карту.'}
          </p>
          <LinkButton size="lg" href={href} className="mt-5">
            Открыть карту
          </LinkButton>
        </>
      )}
    </section>
  );
}
