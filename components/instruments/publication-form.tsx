'use client';

import { Send } from 'lucide-react';
import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

interface PublicationFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** what the reader saw: another one is not published */
  version: number;
  back: string;
}

/** The last step before a version becomes unchangeable. */
export function PublicationForm({ send, version, back }: PublicationFormProps) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action}>
      <ErrorSummary title={state.failure?.detail} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingText="Публикуем…">
          <Send aria-hidden /> Опубликовать
        </SubmitButton>
        <LinkButton href={back}>Вернуться к черновику</LinkButton>
      </div>
    </form>
  );
}
