'use client';

import { X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { cn } from './class-names';
import { type Tone, toneIcon, toneText } from './tone';

export interface ToastMessage {
  tone?: Extract<Tone, 'success' | 'info' | 'warning' | 'danger'>;
  text: string;
  /** A second chance: «Вернуть». */
  action?: { label: string; onSelect: () => void };
}

interface ShownToast extends ToastMessage {
  id: number;
}

let shown: readonly ShownToast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const nothing: readonly ShownToast[] = [];

function change(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id));
}

/** Shows a message in the corner and reads it aloud; at most three at once. For acts without another page after them. */
export function showToast(message: ToastMessage): void {
  change([...shown.slice(-2), { ...message, id: nextId++ }]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place of the messages; stands once in the shell. The live region is there before the first message. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => nothing,
  );
  return (
    <section
      aria-label="Сообщения"
      aria-live="polite"
      data-print="none"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-end gap-2"
    >
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Toast({ toast }: { toast: ShownToast }) {
  const tone = toast.tone ?? 'info';
  const Icon = toneIcon[tone];
  const lasting = tone === 'danger' || tone === 'warning' || toast.action !== undefined;

  useEffect(() => {
    if (lasting) return;
    const timer = setTimeout(() => dismiss(toast.id), 7000);
    return () => clearTimeout(timer);
  }, [toast.id, lasting]);

  return (
    <div className="pointer-events-auto flex w-full max-w-md items-start gap-3 rounded-md border border-line bg-raised p-3 shadow-raised">
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', toneText[tone])} />
      <p className="min-w-0 flex-1">{toast.text}</p>
      {toast.action ? (
        <button
          type="button"
          className="link shrink-0 font-medium"
          onClick={() => {
            toast.action?.onSelect();
            dismiss(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label="Закрыть сообщение"
        className="-m-1 shrink-0 rounded-sm p-1 text-muted hover:text-ink"
        onClick={() => dismiss(toast.id)}
      >
        <X aria-hidden className="size-5" />
      </button>
    </div>
  );
}
