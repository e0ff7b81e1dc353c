import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface MessagePageProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** A page that only says what happened and what to do: not found, an error. */
export function MessagePage({ icon: Icon, title, children, actions }: MessagePageProps) {
  return (
    <section className="mx-auto max-w-xl py-10 sm:py-16">
      <Icon aria-hidden className="mb-5 size-12 text-accent" strokeWidth={1.25} />
      <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
      <div className="mt-3 space-y-3 text-lg text-muted">{children}</div>
      <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
    </section>
  );
}
