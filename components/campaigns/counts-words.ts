/** Which answer counts where МОЦ verified none, as people call it. */
export type Counts = 'DECLARED' | 'COMPUTED';

export const COUNTS_NAMES: Record<Counts, string> = {
  DECLARED: 'Ответ школы',
  COMPUTED: 'Рассчитанное по данным',
};

export const COUNTS_HINTS: Record<Counts, string> = {
  DECLARED: 'Рассчитанное по данным видно рядом с ответом, но баллов не меняет.',
  COMPUTED: 'Баллы дают загруженные результаты; ответ школы остаётся виден рядом.',
};
