import { Notice } from '@/components/ui/notice';

/** What a sign is and what it is not; stands on every page that shows one. */
export function WordingNote({ className }: { className?: string }) {
  return (
    <Notice tone="info" className={className}>
      Признак — повод присмотреться к работе, а не вывод о школе. Он говорит, что данные требуют дополнительного
      анализа; причину называет только перепроверка. Формулы и пороги — предложение разработчиков портала.
    </Notice>
  );
}
