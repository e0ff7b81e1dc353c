'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field, SelectField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { FieldError } from '@/lib/domain/failure';
import { countOf } from '@/lib/domain/russian';
import { type ImportProgress, uploadImport } from './upload-file';

export interface UploadFormProps {
  accountId: string;
  kinds: readonly { value: string; label: string; purpose: string }[];
  schoolYears: readonly { value: string; label: string }[];
  /** СОИРО: '' is the whole region; empty when there is nothing to choose */
  municipalities: readonly { value: string; label: string }[];
  initial: { kind: string; schoolYear: string; municipalityId: string };
  mostBytes: number;
  /** what came of the form that was sent without JavaScript */
  failure: { detail: string; errors: readonly FieldError[] } | null;
}

/** Kind, year and file. A plain form; with JavaScript it tells how much is sent and read and can be stopped. */
export function UploadForm({
  accountId,
  kinds,
  schoolYears,
  municipalities,
  initial,
  mostBytes,
  ...sent
}: UploadFormProps) {
  const router = useRouter();
  const [kind, setKind] = useState(initial.kind);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [failure, setFailure] = useState(sent.failure);
  const stop = useRef<(() => void) | null>(null);
  const faultOf = (path: string) => failure?.errors.find((error) => error.path === path)?.message;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    if (file instanceof File && file.size > mostBytes) {
      const message = 'Файл больше 25 МБ. Разделите его на части.';
      setFailure({ detail: message, errors: [{ path: 'file', message }] });
      return;
    }
    setFailure(null);
    setProgress({ stage: 'sending', share: 0, rows: 0 });
    const upload = uploadImport(form, accountId, setProgress);
    stop.current = upload.stop;
    const result = await upload.result;
    stop.current = null;
    if (result.kind === 'done') {
      router.push(`/data/imports/${result.id}`);
      return;
    }
    setProgress(null);
    setFailure({ detail: result.message, errors: result.errors });
  }

  return (
    <form action="/data/files" method="post" encType="multipart/form-data" onSubmit={send}>
      <ErrorSummary title={failure?.detail} errors={failure?.errors} />
      <fieldset disabled={progress !== null} aria-busy={progress !== null} className="grid max-w-2xl gap-5">
        <SelectField
          label="Что в файле"
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={kinds}
          hint={kinds.find(({ value }) => value === kind)?.purpose}
          error={faultOf('kind')}
        />
        <SelectField
          label="Учебный год результатов"
          name="schoolYear"
          defaultValue={initial.schoolYear}
          options={schoolYears}
          hint="Для строк, в которых год не назван. Год, названный в файле, важнее."
          error={faultOf('schoolYear')}
        />
        {municipalities.length > 0 ? (
          <SelectField
            label="Чьи школы"
            name="municipalityId"
            defaultValue={initial.municipalityId}
            options={municipalities}
            error={faultOf('municipalityId')}
          />
        ) : (
          <input type="hidden" name="municipalityId" value="" />
        )}
        <Field
          id="file"
          label="Файл xlsx или csv, до 25 МБ"
          hint="Столбцы узнаются по заголовкам, порядок не важен. Сначала портал покажет, что прочитал; ничего не изменится, пока вы не примените."
          error={faultOf('file')}
        >
          {(ties) => <Input {...ties} type="file" name="file" required accept=".xlsx,.csv,.txt,.tsv" />}
        </Field>
        <div>
          <Button type="submit" variant="primary">
            <Upload aria-hidden />
            Загрузить и посмотреть
          </Button>
        </div>
      </fieldset>
      {progress ? (
        <div className="mt-5 max-w-2xl" role="status">
          <ProgressBar
            value={Math.round(progress.share * 100)}
            max={100}
            label={progressInWords(progress)}
            labelShown
          />
          <Button size="sm" className="mt-3" onClick={() => stop.current?.()}>
            Остановить
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function progressInWords({ stage, share, rows }: ImportProgress): string {
  const percent = `${Math.round(share * 100)}\u00a0%`;
  if (stage === 'sending') return `Файл отправляется: ${percent}`;
  return rows > 0 ? `Файл читается: ${percent}, ${countOf(rows, 'строка', 'строки', 'строк')}` : 'Файл читается';
}
