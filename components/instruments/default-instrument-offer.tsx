'use client';

import { ClipboardList } from 'lucide-react';
import { useActionState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

/** Nothing here yet: offers to load the default instrument. */
export function DefaultInstrumentOffer({ load }: { load: (state: FormState) => Promise<FormState> }) {
  const [state, send] = useActionState(load, {});
  return (
    <EmptyState
      icon={ClipboardList}
      title="Карт пока нет"
      actions={
        <form action={send}>
          <ErrorSummary title={state.failure?.detail} />
          <SubmitButton pendingText="Загружаем…">Загрузить карту по умолчанию</SubmitButton>
        </form>
      }
    >
      Начните с «Диагностической карты, версия по умолчанию»: это предложение разработчиков портала по четырём группам
      критериев методики. Её можно сразу использовать или скопировать и изменить.
    </EmptyState>
  );
}
