import type { FormState } from '@/lib/domain/form-state';
import { ErrorSummary } from './error-summary';
import { Notice } from './notice';

/** What became of a form that was sent: its errors summed up, or what was done. */
export function FormResult({ state }: { state: FormState }) {
  return (
    <>
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      {state.message ? (
        <Notice tone="success" role="status" className="mb-4">
          {state.message}
        </Notice>
      ) : null}
    </>
  );
}
