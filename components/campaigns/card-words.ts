export type CardState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

const WORDS: Readonly<Record<CardState, string>> = {
  DRAFT: 'Заполняется',
  SUBMITTED: 'Ждёт проверки',
  RETURNED: 'Возвращена',
  ACCEPTED: 'Принята',
};

/** The state of a card in words; `begun` false: nobody has opened the draft yet. */
export const cardWords = ({ status, begun }: { status: CardState; begun: boolean }): string =>
  status === 'DRAFT' && !begun ? 'Не начата' : WORDS[status];
