import { cn } from '@/components/ui/class-names';
import type { Answer } from '@/lib/domain/answers';
import { NBSP } from '@/lib/domain/russian';

const OPTIONS = [
  { value: 'yes', words: 'Да', cost: `+1${NBSP}балл` },
  { value: 'no', words: 'Нет', cost: `0${NBSP}баллов` },
  { value: 'na', words: `Не применимо`, cost: `не${NBSP}считается` },
] as const;

interface YesNoAnswerProps {
  criterion: string;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

/** «Да», «Нет», «Не применимо» as three large buttons over native radio buttons, each with what it costs. */
export function YesNoAnswer({ criterion, answer, onAnswer }: YesNoAnswerProps) {
  return (
    <div className="grid grid-cols-3 gap-2 sm:gap-3">
      {OPTIONS.map(({ value, words, cost }, index) => (
        <label key={value} className={cn(choiceLook, 'min-h-18 flex-col items-center justify-center text-center')}>
          <span className="flex flex-col items-center gap-x-2.5 gap-y-1 sm:flex-row">
            <input
              type="radio"
              name={`answer.${criterion}`}
              value={value}
              data-criterion={criterion}
              checked={answer === value}
              onChange={() => onAnswer(value)}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="text-base leading-tight font-semibold sm:text-lg">{words}</span>
          </span>
          <span className="text-xs text-muted">{cost}</span>
          <KeyHint>{index + 1}</KeyHint>
        </label>
      ))}
    </div>
  );
}

/** A choice that is a large target: framed, marked when chosen. */
export const choiceLook = [
  'relative flex rounded-lg border-2 border-line-strong bg-surface px-2 py-2 text-ink',
  'has-checked:border-accent has-checked:bg-accent-soft hover:border-accent',
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
].join(' ');

/** The key that chooses this answer; for eyes only, told once in words beside the form. */
export function KeyHint({ children }: { children: number }) {
  return (
    <kbd
      aria-hidden
      className="absolute top-1.5 right-1.5 hidden rounded-sm border border-line px-1 text-xs text-muted scripting-none:hidden sm:block"
    >
      {children}
    </kbd>
  );
}
