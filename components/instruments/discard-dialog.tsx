'use client';

import { Trash2 } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

interface DiscardDialogProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
}

/** Asks before a draft is gone for good. */
export function DiscardDialog({ send, version }: DiscardDialogProps) {
  const [state, action] = useActionState(send, {});
  return (
    <Dialog
      title="Удалить черновик?"
      description="Черновик исчезнет со всеми правками, вернуть его нельзя. Опубликованные версии и кампании не изменятся."
      trigger={
        <Button variant="danger">
          <Trash2 aria-hidden /> Удалить черновик
        </Button>
      }
    >
      <form action={action}>
        <ErrorSummary title={state.failure?.detail} />
        <input type="hidden" name="version" value={version} />
        <DialogActions>
          <SubmitButton variant="danger" pendingText="Удаляем…">
            Удалить
          </SubmitButton>
          <DialogClose>
            <Button>Оставить</Button>
          </DialogClose>
        </DialogActions>
      </form>
    </Dialog>
  );
}
