import { CircleCheck } from 'lucide-react';
import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { countOf } from '@/lib/domain/russian';
import type { Participation, SignUpRow } from '@/lib/portal/event-participation/views';

interface DoorListProps {
  participation: Participation;
  send: ActionFormProps['send'];
}

/**
 * One card a school, those that nobody marked first. A mark is the number of people and not one more of them, so that a second
 * tap on a slow line changes nothing.
 */
export function DoorList({ participation: { signUps, schools, attended }, send }: DoorListProps) {
  const expected = signUps.filter(({ state, attended: came }) => state === 'CONFIRMED' || came !== null);
  const waiting = signUps.filter(({ state, attended: came }) => state === 'WAITING' && came === null);
  const left = expected.filter(({ attended: came }) => came === null);
  const marked = expected.filter(({ attended: came }) => came !== null);
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <p role="status" className="text-lg">
        Пришли {countOf(attended ?? 0, 'человек', 'человека', 'человек')}, отмечено школ: {marked.length} из{' '}
        {expected.length}
      </p>
      {expected.length === 0 ? (
        <EmptyState title="Никто не записался">Отметьте школу, которая пришла без записи.</EmptyState>
      ) : null}
      <ul className="space-y-3">
        {[...left, ...marked].map((row) => (
          <School key={row.schoolId} row={row} send={send} />
        ))}
      </ul>
      {waiting.length > 0 ? (
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="mb-3 text-lg font-semibold">
            Лист ожидания
          </h2>
          <ul className="space-y-3">
            {waiting.map((row) => (
              <School key={row.schoolId} row={row} send={send} />
            ))}
          </ul>
        </section>
      ) : null}
      <details className="rounded-lg border border-line bg-surface p-4">
        <summary className="link min-h-11 cursor-pointer content-center">Школа пришла без записи</summary>
        <ActionForm send={send} className="mt-3 space-y-3">
          <SelectField
            label="Школа"
            name="schoolId"
            id="door-school"
            defaultValue=""
            options={[
              { value: '', label: 'выберите школу' },
              ...schools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextField
            label="Сколько пришло"
            name="attended"
            id="door-came"
            type="number"
            inputMode="numeric"
            min={1}
            max={999}
          />
          <SubmitButton pendingText="Отмечаем…">Отметить</SubmitButton>
        </ActionForm>
      </details>
    </div>
  );
}

function School({
  row: { schoolId, school, participants, posts, attended },
  send,
}: {
  row: SignUpRow;
  send: DoorListProps['send'];
}) {
  const id = `came-${schoolId}`;
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="font-semibold">{school}</h3>
        {attended === null ? null : (
          <Status tone={attended > 0 ? 'success' : 'neutral'} icon={CircleCheck}>
            {attended > 0 ? `Пришли ${attended}` : 'Не пришли'}
          </Status>
        )}
      </div>
      <p className="text-sm text-muted">
        Записано {countOf(participants, 'человек', 'человека', 'человек')}
        {posts ? `: ${posts}` : ''}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {attended === null ? (
          <ActionForm send={send}>
            <input type="hidden" name="schoolId" value={schoolId} />
            <input type="hidden" name="attended" value={participants} />
            <SubmitButton className="min-h-14 px-6 text-lg" pendingText="Отмечаем…">
              Пришли {participants}
              <span className="sr-only"> от школы {school}</span>
            </SubmitButton>
          </ActionForm>
        ) : null}
        <details open={attended !== null && attended !== participants}>
          <summary className="link min-h-14 cursor-pointer content-center">
            Другое число<span className="sr-only"> для школы {school}</span>
          </summary>
          <ActionForm keeps send={send} className="mt-2 flex items-end gap-3">
            <input type="hidden" name="schoolId" value={schoolId} />
            <TextField
              label={`Сколько пришло, ${school}`}
              labelHidden
              name="attended"
              id={id}
              type="number"
              inputMode="numeric"
              min={0}
              max={999}
              defaultValue={attended ?? participants}
              fieldClassName="w-24"
              className="min-h-14 text-lg"
            />
            <SubmitButton variant="secondary" className="min-h-14" pendingText="Отмечаем…">
              Отметить<span className="sr-only"> школу {school}</span>
            </SubmitButton>
          </ActionForm>
        </details>
      </div>
    </li>
  );
}
