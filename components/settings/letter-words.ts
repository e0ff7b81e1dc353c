export type LetterStatus = 'KEPT' | 'QUEUED' | 'SENDING' | 'SENT' | 'UNCERTAIN' | 'FAILED' | 'CANCELLED';

const WORDS: Readonly<Record<LetterStatus, string>> = {
  KEPT: 'Хранится, не отправлено',
  QUEUED: 'Ждёт отправки',
  SENDING: 'Передаётся',
  SENT: 'Отправлено',
  UNCERTAIN: 'Неизвестно, ушло ли',
  FAILED: 'Не доставлено',
  CANCELLED: 'Отменено',
};

/** The state of a letter in words; one that waits says how often it was tried. */
export const letterWords = ({ status, attempts }: { status: LetterStatus; attempts: number }): string =>
  status === 'QUEUED' && attempts > 0 ? `Ждёт, попыток: ${attempts}` : WORDS[status];
