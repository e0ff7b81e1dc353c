import { RadioGroup } from '@/components/ui/radio-group';
import { COUNTS_HINTS, COUNTS_NAMES } from './counts-words';

interface CountsChoiceProps {
  value?: string;
  error?: string;
  /** the question stands over the form already */
  titled?: boolean;
}

/** Which answer counts where МОЦ verified none. */
export function CountsChoice({ value = 'DECLARED', error, titled = false }: CountsChoiceProps) {
  return (
    <RadioGroup
      name="counts"
      legendHidden={titled}
      legend="Что считается, если МОЦ не проверял ответ"
      hint="Проверенный МОЦ ответ считается всегда. Если данных по критерию нет, считается ответ школы."
      defaultValue={value}
      error={error}
      options={(['DECLARED', 'COMPUTED'] as const).map((counts) => ({
        value: counts,
        label: COUNTS_NAMES[counts],
        hint: COUNTS_HINTS[counts],
      }))}
    />
  );
}
