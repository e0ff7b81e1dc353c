'use client';

import { useActionState } from 'react';
import { CardStatus } from '@/components/campaigns/card-status';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LinkButton } from '@/components/ui/link-button';
import { LiveRegion } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { placedCriteria } from '@/lib/domain/instrument';
import { countOf, NBSP } from '@/lib/domain/russian';
import type { CardView } from '@/lib/portal/cards/schema';
import { queueSummary } from '../answer-queue/queue-view';
import { useCardQueue } from '../answer-queue/use-card-queue';
import { computedInWords } from '../evidence/computed-words';
import { cardModel } from './card-model';
import { QuestionLinks } from './question-links';
import { SaveStatus, statusInWords } from './save-status';
import { SessionEnd } from './session-end';
import { SumTable } from './sum-table';

interface CheckAnswersProps {
  view: CardView;
  account: { id: string; email: string };
  now: Date;
  /** one for each rendering of the page: sending twice happens once */
  submissionKey: string;
  submit: (state: FormState, form: FormData) => Promise<FormState>;
}

/** The last step: what is missing, what deserves another look, the sums, then sending. */
export function CheckAnswers({ view, account, now, submissionKey, submit }: CheckAnswersProps) {
  const { state, card, isStoring, act } = useCardQueue(account.id, view.card);
  const [sent, send] = useActionState(submit, {});
  const model = cardModel(view.instrument, card, state);
  const address = `/monitoring/cards/${card.id}`;
  const placed = placedCriteria(view.instrument);
  const linksTo = (codes: readonly string[]) =>
    placed
      .filter(({ criterion }) => codes.includes(criterion.code))
      .map(({ group, criterion }) => ({
        code: criterion.code,
        text: criterion.text,
        href: `${address}?group=${encodeURIComponent(group.code)}#${criterion.code}`,
      }));
  const summary = queueSummary(state);
  const allSaved = summary === 'saved';
  const savedAt = state.savedAt === null ? view.savedAt : new Date(state.savedAt);
  const words = statusInWords(state, savedAt, state.savedAt === null ? now : new Date(state.savedAt), isStoring);
  const complete = model.unanswered.length === 0;
  const [first] = linksTo(model.unanswered);
  return (
    <div className="space-y-6">
      <LiveRegion text={words} />
      <ErrorSummary
        title={sent.failure?.detail}
        errors={sent.failure?.errors?.map(({ path, message }) => ({
          path: `check-${path}`,
          message: `${path}: ${message}`,
        }))}
      />
      {model.disagreeing.length > 0 ? (
        <Panel
          title={`Расходится с${NBSP}данными: ${countOf(model.disagreeing.length, 'ответ', 'ответа', 'ответов')}`}
          description={
            card.counts === 'COMPUTED'
              ? 'Считается рассчитанное по данным, пока МОЦ не проверит ответ. Отправить карту можно и так; если данные неверны, напишите об этом в комментарии к вопросу.'
              : 'Считаются ваши ответы. Отправить карту можно и так, но МОЦ увидит расхождения: если ответ верен, напишите в комментарии к вопросу почему.'
          }
        >
          <QuestionLinks
            links={linksTo(model.disagreeing).map((link) => {
              const computed = view.criteria[link.code]?.computed;
              const given = model.answers[link.code] ?? null;
              return { ...link, note: computed ? computedInWords(computed, given, 'SCHOOL') : undefined };
            })}
          />
        </Panel>
      ) : null}
      {complete ? null : (
        <Panel title={`Без ответа: ${countOf(model.unanswered.length, 'вопрос', 'вопроса', 'вопросов')}`}>
          <QuestionLinks links={linksTo(model.unanswered)} />
        </Panel>
      )}
      {model.toCheck.length > 0 ? (
        <Panel
          title={`Проверьте: ${countOf(model.toCheck.length, 'ответ', 'ответа', 'ответов')} из${NBSP}прошлого года`}
          description="Эти ответы перенесены и ещё не подтверждены. Отправить карту можно и так, но МОЦ увидит, что их не смотрели."
        >
          <QuestionLinks links={linksTo(model.toCheck)} />
        </Panel>
      ) : null}
      <Panel title="Сумма отрицательных критериев" padding="flush">
        <SumTable model={model} hrefOf={(group) => `${address}?group=${encodeURIComponent(group)}`} />
      </Panel>
      <Panel>
        {card.editable ? (
          <form action={send} className="space-y-4">
            <input type="hidden" name="cardId" value={card.id} />
            <input type="hidden" name="version" value={state.server.version} />
            <input type="hidden" name="key" value={submissionKey} />
            <SaveStatus state={state} words={words} />
            {summary === 'conflict' || summary === 'refused' ? (
              <p>Сначала выберите ответ там, где он изменён в другом окне: вернитесь к вопросам.</p>
            ) : null}
            <p className="max-w-prose">
              После отправки ответы закроются, а МОЦ начнёт проверку. Если что-то понадобится исправить, МОЦ вернёт
              карту с{NBSP}сообщением.
            </p>
            <div className="flex flex-wrap gap-3">
              {complete ? (
                <SubmitButton size="lg" pendingText="Отправляем…" disabled={!allSaved}>
                  Отправить на проверку
                </SubmitButton>
              ) : (
                <LinkButton size="lg" variant="primary" href={first?.href ?? address}>
                  К первому вопросу без ответа
                </LinkButton>
              )}
              <LinkButton size="lg" href={address}>
                Вернуться к вопросам
              </LinkButton>
            </div>
          </form>
        ) : (
          <Notice tone="info" title={<CardStatus status={card.status} look="line" />}>
            {card.lockedReason}
          </Notice>
        )}
      </Panel>
      <SessionEnd
        needed={state.halt?.reason === 'signed-out'}
        account={account}
        onDone={() => act((one) => one.resume())}
      />
    </div>
  );
}
