'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FieldError } from '@/lib/domain/failure';

export interface ErrorSummaryProps {
  /** What went wrong and what to do; «Проверьте поля формы» when only fields are at fault. */
  title?: string;
  /** `path` is the id of the field that the line leads to. */
  errors?: readonly FieldError[];
}

/**
 * All errors of a form at its top, each a link to its field; takes the focus when it appears. Gives nothing when there
 * is neither a title nor an error.
 */
export function ErrorSummary({ title, errors = [] }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = Boolean(title) || errors.length > 0;
  const content = `${title ?? ''}${errors.map((error) => error.path + error.message).join()}`;

  useEffect(() => {
    if (content) box.current?.focus();
  }, [content]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-6 flex gap-3 rounded-md border-2 border-danger bg-surface p-4 sm:p-5"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="min-w-0">
        <h2 className="font-semibold">{title ?? 'Проверьте поля формы'}</h2>
        {errors.length > 0 ? (
          <ul className="mt-2 space-y-1">
            {errors.map((error) => (
              <li key={error.path + error.message}>
                <a href={`#${error.path}`} className="font-medium text-danger underline underline-offset-2">
                  {error.message}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
