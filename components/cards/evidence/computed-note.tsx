import { ChartColumn, CircleCheck, CircleSlash2, TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import type { Answer } from '@/lib/domain/answers';
import { typeset } from '@/lib/domain/russian';
import type { CardJson, ComputedView } from '@/lib/portal/cards/schema';
import { computedInWords, verdictOf } from './computed-words';
import { EvidenceDetails } from './evidence-details';

interface ComputedNoteProps {
  computed: ComputedView;
  /** what people answered, as it is shown now */
  given: Answer;
  counts: CardJson['counts'];
  /** МОЦ verified the answer: what data say is settled */
  verified: boolean;
}

const LOOKS = {
  differs: { icon: TriangleAlert, colour: 'text-warning' },
  agrees: { icon: CircleCheck, colour: 'text-success' },
  unanswered: { icon: ChartColumn, colour: 'text-info' },
  abstains: { icon: CircleSlash2, colour: 'text-muted' },
} as const;

/**
 * Beside the school's answer what data say: a contradiction plainly, an agreement quietly. It keeps nobody from answering
 * otherwise.
 */
export function ComputedNote({ computed, given, counts, verified }: ComputedNoteProps) {
  const verdict = verdictOf(computed, given);
  const differs = verdict === 'differs' && !verified;
  const { icon: Icon, colour } = verified && verdict === 'differs' ? LOOKS.unanswered : LOOKS[verdict];
  return (
    <div
      data-computed={verdict}
      className={cn(
        'text-sm',
        differs && 'contrast-frame rounded-md border border-transparent bg-warning-soft px-4 py-3',
      )}
    >
      <div className="flex items-start gap-2">
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', differs && 'size-5', colour)} />
        <div className="min-w-0">
          <p className={differs ? 'text-base font-semibold' : verdict === 'abstains' ? 'text-muted' : ''}>
            {typeset(computedInWords(computed, given, 'SCHOOL'))}
          </p>
          {differs ? (
            <p>
              {counts === 'COMPUTED'
                ? 'Считается рассчитанное по данным, пока МОЦ не проверит ответ. Если данные неверны, напишите об этом в комментарии и приложите подтверждение.'
                : 'Считается ваш ответ. Проверьте его; если он верен, напишите в комментарии почему.'}
            </p>
          ) : verdict !== 'abstains' && counts === 'COMPUTED' && !verified ? (
            <p className="text-muted">Считается рассчитанное по данным, пока МОЦ не проверит ответ.</p>
          ) : null}
          <details>
            <summary className="link w-fit py-1">На чём основано</summary>
            <EvidenceDetails computed={computed} className="mt-1 max-w-3xl" />
          </details>
        </div>
      </div>
    </div>
  );
}
