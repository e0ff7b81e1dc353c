import { ClipboardCheck, MessageSquareText, Siren } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import type { FormState } from '@/lib/domain/form-state';
import { formatDate } from '@/lib/domain/russian';
import { CONCERN_STATES } from '@/lib/domain/support/case';
import type { CaseView, EntryView } from '@/lib/portal/support-cases/views';

const KINDS = {
  NOTE: { label: 'Запись', icon: MessageSquareText, tone: 'neutral' },
  REVIEW: { label: 'Рассмотрение хода поддержки', icon: ClipboardCheck, tone: 'info' },
  CONCERN: { label: 'Тревога', icon: Siren, tone: 'danger' },
} as const;

interface CaseEntriesProps {
  support: CaseView;
  sendConcern: (entryId: string) => (state: FormState, form: FormData) => Promise<FormState>;
}

/** Notes, reviews and concerns, the newest first. */
export function CaseEntries({ support, sendConcern }: CaseEntriesProps) {
  if (support.entries.length === 0) return <p className="text-muted">Записей пока нет.</p>;
  return (
    <ul className="divide-y divide-line">
      {support.entries.map((entry) => (
        <li key={entry.id} className="py-3">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Status {...KINDS[entry.kind]}>{KINDS[entry.kind].label}</Status>
            <span className="text-sm text-muted">
              {formatDate(new Date(entry.happenedOn))}, {entry.author}
              {entry.shared ? ' · видна школе' : ' · только МОЦ и СОИРО'}
            </span>
          </p>
          <p className="mt-1 max-w-prose whitespace-pre-line">{entry.text}</p>
          {entry.nextOn ? (
            <p className="text-sm text-muted">Следующее рассмотрение {formatDate(new Date(entry.nextOn))}.</p>
          ) : null}
          <ConcernState entry={entry} />
          {support.mayChange && entry.kind === 'CONCERN' && entry.concern !== 'RESOLVED' ? (
            <details data-print="none" className="mt-1">
              <summary className="link w-fit cursor-pointer text-sm">Передать или снять</summary>
              <VersionedForm
                send={sendConcern(entry.id)}
                version={entry.version}
                className="mt-3 flex flex-wrap items-end gap-3"
              >
                <SelectField
                  label="Что сделать"
                  name="step"
                  id={`step-${entry.id}`}
                  options={[
                    ...(entry.concern === 'RECORDED'
                      ? [{ value: 'ESCALATED', label: 'передать в управление образования' }]
                      : []),
                    { value: 'RESOLVED', label: 'снять' },
                  ]}
                />
                <TextField
                  label="Кому или чем снята"
                  name="text"
                  id={`text-${entry.id}`}
                  fieldClassName="min-w-64 flex-1"
                />
                <SubmitButton size="sm" pendingText="Записываем…">
                  Записать
                </SubmitButton>
              </VersionedForm>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ConcernState({ entry }: { entry: EntryView }) {
  if (!entry.concern) return null;
  return (
    <p className="text-sm">
      <Status tone={entry.concern === 'RESOLVED' ? 'success' : 'warning'} look="line">
        {CONCERN_STATES[entry.concern]}
      </Status>
      {entry.escalatedTo ? ` — ${entry.escalatedTo}` : ''}
      {entry.resolution ? ` — ${entry.resolution}` : ''}
    </p>
  );
}

/** The fields of a new entry. */
export function EntryFields({ today }: { today: string }) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Вид записи"
          name="kind"
          options={Object.entries(KINDS).map(([value, { label }]) => ({ value, label }))}
        />
        <TextField label="Дата" name="happenedOn" type="date" defaultValue={today} max={today} />
        <TextField label="Следующее рассмотрение" name="nextOn" type="date" optional />
      </div>
      <TextareaField label="Что произошло" name="text" rows={3} hint="Без имён учеников." />
      <Checkbox name="shared" value="yes" label="Показать школе" />
    </>
  );
}
