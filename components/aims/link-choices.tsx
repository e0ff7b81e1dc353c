import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { LINK_KIND_NAMES, LINK_KINDS, type LinkKind } from '@/lib/domain/aims/positions';
import type { FormState } from '@/lib/domain/form-state';
import type { LinkedThing } from '@/lib/portal/aims/views';

interface LinkChoicesProps {
  choices: readonly LinkedThing[];
  /** what usually proves this position: opened from the start and listed first */
  usual: readonly LinkKind[];
  add: (state: FormState, form: FormData) => Promise<FormState>;
}

/** Things of the portal of this year to point to: a folded list for each kind, works without a script. */
export function LinkChoices({ choices, usual, add }: LinkChoicesProps) {
  const kinds = [...usual, ...LINK_KINDS.filter((kind) => !usual.includes(kind))];
  if (choices.length === 0) return <p className="text-muted">Всё, что есть в портале за этот год, уже добавлено.</p>;
  return (
    <ActionForm send={add} className="space-y-3">
      {kinds.map((kind) => {
        const own = choices.filter(({ type }) => type === kind);
        if (own.length === 0) return null;
        return (
          <details key={kind} open={usual.includes(kind)} className="rounded-md border border-line px-3 py-2">
            <summary className="min-h-8 cursor-pointer py-1 font-medium">
              {LINK_KIND_NAMES[kind]} ({own.length})
            </summary>
            <div className="mt-1 max-h-80 overflow-y-auto">
              {own.map(({ id, title, note }) => (
                <Checkbox key={id} name="link" value={`${kind} ${id}`} label={title} hint={note} />
              ))}
            </div>
          </details>
        );
      })}
      <SubmitButton variant="secondary" pendingText="Добавляем…">
        Добавить отмеченное
      </SubmitButton>
    </ActionForm>
  );
}
