import { GitMerge } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { answerInWords } from '../answer-in-words';
import type { Conflict, FieldKey, FieldValue } from '../answer-queue/queue-state';
import { isAnswerField } from '../answer-queue/queue-state';
import { asAnswer } from './card-model';

interface MergeChoiceProps {
  conflict: Conflict;
  onChoose: (key: FieldKey, choice: 'mine' | 'theirs') => void;
}

/** The same field was changed here and elsewhere: both values side by side, and the person chooses. */
export function MergeChoice({ conflict, onChoose }: MergeChoiceProps) {
  const { key, value } = conflict.mine;
  const what = isAnswerField(key) ? 'Ответ' : 'Комментарий';
  const words = (one: FieldValue) => (isAnswerField(key) ? answerInWords(asAnswer(one)) : `${one ?? ''}` || '(пусто)');
  return (
    <div role="alert" className="rounded-lg border-2 border-danger bg-surface p-4">
      <p className="flex items-center gap-2 font-semibold">
        <GitMerge aria-hidden className="size-5 shrink-0 text-danger" />
        {what} изменён в другом окне
      </p>
      <p className="mt-1 text-sm text-muted">Выберите, что оставить. Пока вы не выбрали, ничего не перезаписано.</p>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <Choice title={`Их ${what.toLowerCase()}`} words={words(conflict.theirs)}>
          <Button className="w-full" onClick={() => onChoose(key, 'theirs')}>
            Оставить их
          </Button>
        </Choice>
        <Choice title={`Ваш ${what.toLowerCase()}`} words={words(value)}>
          <Button className="w-full" variant="primary" onClick={() => onChoose(key, 'mine')}>
            Записать ваш
          </Button>
        </Choice>
      </div>
    </div>
  );
}

function Choice({ title, words, children }: { title: string; words: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col justify-between gap-3 rounded-md border border-line p-3">
      <div>
        <p className="text-sm text-muted">{title}</p>
        <p className="font-semibold whitespace-pre-line">{words}</p>
      </div>
      {children}
    </div>
  );
}
