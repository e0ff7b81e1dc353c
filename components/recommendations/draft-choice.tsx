import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import type { Draft } from '@/lib/domain/support/recommendation';
import { addresseeInWords } from '@/lib/domain/support/recommendation';

interface DraftChoiceProps {
  drafts: readonly Draft[];
  schoolId: string;
  schoolYear: string;
  send: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What the library drafts from the points and risks of a school; МОЦ takes what it wants and edits it afterwards. */
export function DraftChoice({ drafts, schoolId, schoolYear, send }: DraftChoiceProps) {
  if (drafts.length === 0) {
    return (
      <p className="text-muted">
        Библиотека ничего нового не предлагает: подходящие шаблоны уже использованы или их нет.
      </p>
    );
  }
  return (
    <ActionForm send={send} className="space-y-4">
      <input type="hidden" name="schoolId" value={schoolId} />
      <input type="hidden" name="schoolYear" value={schoolYear} />
      <ul className="divide-y divide-line">
        {drafts.map((draft) => (
          <li key={draft.templateId} className="py-3">
            <label className="flex gap-3">
              <input
                type="checkbox"
                name="templates"
                value={draft.templateId}
                defaultChecked
                className="mt-0.5 size-5 shrink-0"
              />
              <span className="min-w-0">
                <span className="block max-w-prose">{draft.text}</span>
                <span className="block text-sm text-muted">
                  {addresseeInWords(draft.addressee, draft.subject)}. {draft.why}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <SubmitButton pendingText="Готовим…">Подготовить отмеченные проекты</SubmitButton>
    </ActionForm>
  );
}
