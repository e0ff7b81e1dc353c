import { CircleCheck, CircleDashed, CircleDot, Clock, MinusCircle } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { STEP_STATES, type StepState, stepLabel } from '@/lib/domain/support/case';
import type { StepView } from '@/lib/portal/support-cases/views';

const LOOKS = {
  TODO: { tone: 'neutral', icon: CircleDashed },
  DOING: { tone: 'info', icon: CircleDot },
  DONE: { tone: 'success', icon: CircleCheck },
  NOT_NEEDED: { tone: 'neutral', icon: MinusCircle },
} as const;

export function StepStatus({ state, late, look }: { state: StepState; late: boolean; look?: 'badge' | 'line' }) {
  if (late) {
    return (
      <Status tone="danger" icon={Clock} look={look}>
        Просрочено
      </Status>
    );
  }
  return (
    <Status {...LOOKS[state]} look={look}>
      {STEP_STATES[state]}
    </Status>
  );
}

const COLOURS = { TODO: 'text-muted', DOING: 'text-info', DONE: 'text-success', NOT_NEEDED: 'text-muted' } as const;

/** The seven steps as small marks, each read aloud with its name and state. */
export function StepMarks({ steps }: { steps: readonly StepView[] }) {
  return (
    <ol className="flex gap-1" aria-label="Шаги поддержки">
      {steps.map(({ code, state, late }) => {
        const Icon = late ? Clock : LOOKS[state].icon;
        const words = `${stepLabel(code)}: ${late ? 'просрочено' : STEP_STATES[state].toLowerCase()}`;
        return (
          <li key={code} title={words} className={late ? 'text-danger' : COLOURS[state]}>
            <Icon aria-hidden className="size-5" />
            <span className="sr-only">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
