import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { TextareaField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ReviewView } from '@/lib/portal/cards/views';
import type { ReviewActions } from './review-actions';

interface DecisionPanelProps {
  view: ReviewView;
  actions: ReviewActions;
}

/** Accept, return whole or in part, open an accepted card again. */
export function DecisionPanel({ view, actions }: DecisionPanelProps) {
  const { may, card } = view;
  if (!may.accept && !may.return && !may.reopen) return null;
  const identity = (
    <>
      <input type="hidden" name="cardId" value={card.id} />
      <input type="hidden" name="version" value={card.version} />
    </>
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2" data-print="none">
      {may.accept ? (
        <Panel title="Принять карту" description="Сумма войдёт в список школ. Школа получит уведомление.">
          <ActionForm send={actions.accept}>
            {identity}
            <SubmitButton pendingText="Принимаем…">Принять</SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
      {may.return ? (
        <Panel title="Вернуть школе" description="Напишите, что исправить. Можно открыть только отдельные критерии.">
          <ActionForm send={actions.giveBack} className="space-y-4">
            {identity}
            <TextareaField
              id="return-comment"
              label="Сообщение школе"
              name="comment"
              rows={4}
              required
              maxLength={4000}
            />
            <UnlockChoice view={view} />
            <SubmitButton variant="secondary">Вернуть</SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
      {may.reopen ? (
        <Panel
          title="Открыть принятую карту снова"
          description="Карта вернётся школе; её прежняя отправка останется в истории."
        >
          <ActionForm send={actions.reopen} className="space-y-4">
            {identity}
            <TextareaField id="reopen-reason" label="Причина" name="reason" rows={3} required maxLength={4000} />
            <UnlockChoice view={view} />
            <SubmitButton variant="danger">Открыть снова</SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
    </div>
  );
}

function UnlockChoice({ view }: { view: ReviewView }) {
  return (
    <details>
      <summary className="cursor-pointer text-accent">Открыть только отдельные критерии</summary>
      <p className="mt-1 text-sm text-muted">Если ничего не отметить, школа сможет исправить всю карту.</p>
      <div className="mt-2 max-h-80 overflow-y-auto pr-2">
        {view.instrument.tables.map((table) =>
          table.groups.map((group) => (
            <fieldset key={`${table.code}-${group.code}`} className="mt-2">
              <legend className="font-medium">{group.title}</legend>
              {group.criteria.map((criterion) => (
                <Checkbox
                  key={criterion.code}
                  name="criteria"
                  value={criterion.code}
                  label={`${criterion.code}. ${criterion.text}`}
                />
              ))}
            </fieldset>
          )),
        )}
      </div>
    </details>
  );
}
