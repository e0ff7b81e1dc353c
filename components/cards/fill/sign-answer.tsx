import { cn } from '@/components/ui/class-names';
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { choiceLook, KeyHint } from './yes-no-answer';

interface SignAnswerProps {
  criterion: CriterionDefinition;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

/** The answer after a click on one sign; taking off the last one leaves the question open, not «no signs». */
export function withSign(answer: Answer, sign: string): Answer {
  const found = Array.isArray(answer) ? answer : [];
  const next = found.includes(sign) ? found.filter((code) => code !== sign) : [...found, sign];
  return next.length === 0 ? null : next;
}

/** The answer after a click on «Признаков не найдено». */
export function withoutSigns(answer: Answer): Answer {
  return Array.isArray(answer) && answer.length === 0 ? null : [];
}

/** Signs to tick one by one; that there are none has to be said explicitly. */
export function SignAnswer({ criterion, answer, onAnswer }: SignAnswerProps) {
  const found = Array.isArray(answer) ? answer : [];
  const none = Array.isArray(answer) && answer.length === 0;
  return (
    <div className="space-y-2">
      <ul className="space-y-2">
        {criterion.signs.map((sign, index) => (
          <li key={sign.code}>
            <label className={cn(choiceLook, signLook)}>
              <input
                type="checkbox"
                name={`sign.${criterion.code}`}
                value={sign.code}
                data-criterion={criterion.code}
                checked={found.includes(sign.code)}
                onChange={() => onAnswer(withSign(answer, sign.code))}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1 pr-4">
                {sign.text} <span className="text-sm text-muted">{sign.code}</span>
                {sign.help ? <span className="block text-sm text-muted">{sign.help}</span> : null}
              </span>
              {index < 9 ? <KeyHint>{index + 1}</KeyHint> : null}
            </label>
          </li>
        ))}
      </ul>
      <label className={cn(choiceLook, signLook, 'font-semibold')}>
        <input
          type="checkbox"
          name={`none.${criterion.code}`}
          data-criterion={criterion.code}
          checked={none}
          onChange={() => onAnswer(withoutSigns(answer))}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        Признаков не найдено
        <KeyHint>{0}</KeyHint>
      </label>
    </div>
  );
}

const signLook = 'min-h-11 items-start gap-3 px-3';
