import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/components/ui/class-names';

export interface YearStep {
  name: string;
  state: 'done' | 'now' | 'ahead';
  /** what has been done or is due, in words */
  note: string;
  href?: string;
}

const LOOK = {
  done: { icon: CircleCheck, tone: 'text-success', word: 'сделано' },
  now: { icon: CircleDot, tone: 'text-accent', word: 'сейчас' },
  ahead: { icon: CircleDashed, tone: 'text-muted', word: 'впереди' },
} as const;

/** Where the centre is in the year: the steps of the portal in their order. */
export function YearSteps({ steps }: { steps: readonly YearStep[] }) {
  return (
    <ol
      className={cn(
        'grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2',
        steps.length % 3 === 0 ? 'lg:grid-cols-3 xl:grid-cols-6' : 'lg:grid-cols-4',
      )}
    >
      {steps.map((step) => {
        const { icon: Icon, tone, word } = LOOK[step.state];
        return (
          <li key={step.name} className={cn('bg-surface p-4', step.state === 'now' && 'bg-accent-soft')}>
            <p className={cn('flex items-center gap-2 text-sm font-medium', tone)}>
              <Icon aria-hidden className="size-4" /> {word}
            </p>
            <p className="mt-1 font-semibold">
              {step.href ? (
                <Link href={step.href} className="underline-offset-2 hover:underline">
                  {step.name}
                </Link>
              ) : (
                step.name
              )}
            </p>
            <p className="text-sm text-muted">{step.note}</p>
          </li>
        );
      })}
    </ol>
  );
}
