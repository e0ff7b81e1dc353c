'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type ReactNode, startTransition, useActionState } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import type { ActionFormProps } from './action-form';
import { FormResult } from './form-result';
import { Notice } from './notice';

interface VersionedFormProps extends Omit<ActionFormProps, 'keeps' | 'children'> {
  /** a function: fields that stay as they were entered when the form comes back without a script (`state.values`) */
  children: ReactNode | ((state: FormState) => ReactNode);
  /** of the thing as the page shows it */
  version: number;
}

/** The version that somebody else stored meanwhile, told by STALE_VERSION. */
function newerVersion(state: FormState): number | null {
  if (state.failure?.code !== 'STALE_VERSION') return null;
  const current = state.failure.extra?.current;
  return typeof current === 'object' && current !== null && 'version' in current && typeof current.version === 'number'
    ? current.version
    : null;
}

/**
 * A form that changes a thing which others may change as well: it sends the version that was read. When somebody was
 * faster, everything entered stays, the other's text can be looked at, and only a second press stores one's own over it.
 */
export function VersionedForm({ send, version, children, className }: VersionedFormProps) {
  const [state, action, pending] = useActionState(send, {});
  const newer = newerVersion(state);
  const query = useSearchParams().toString();
  const path = usePathname();
  const page = query ? `${path}?${query}` : path;
  return (
    <form
      action={action}
      onSubmit={(event) => {
        // React empties a form after its action; sent by hand, it keeps what was entered
        event.preventDefault();
        const entered = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        startTransition(() => action(entered));
      }}
    >
      {newer === null ? (
        <FormResult state={state} />
      ) : (
        <Notice tone="warning" role="alert" className="mb-4" title={state.failure?.detail}>
          <p>
            Ваш текст остался в форме. Посмотрите, что сохранено сейчас (
            <a href={page} target="_blank" rel="noreferrer" className="link">
              откроется в новой вкладке
            </a>
            ), и сохраните ещё раз, чтобы записать свой вариант поверх.
          </p>
        </Notice>
      )}
      <input type="hidden" name="version" value={newer !== null && newer > version ? newer : version} />
      <fieldset disabled={pending} aria-busy={pending} className={className}>
        {typeof children === 'function' ? children(state) : children}
      </fieldset>
    </form>
  );
}
