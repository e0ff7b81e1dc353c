/** Sending one file of results: how much of it is sent, then how much of it is read, which the server is asked. */

export interface ImportProgress {
  stage: 'sending' | 'reading';
  /** 0…1 */
  share: number;
  rows: number;
}

export type ImportUploadResult =
  | { kind: 'done'; id: string }
  | { kind: 'failed'; message: string; errors: { path: string; message: string }[] };

const ASK_EVERY_MS = 700;

/** Starts sending the form; `onProgress` hears both stages. `stop` breaks it off. */
export function uploadImport(
  form: FormData,
  accountId: string,
  onProgress: (progress: ImportProgress) => void,
): { result: Promise<ImportUploadResult>; stop: () => void } {
  const request = new XMLHttpRequest();
  const key = crypto.randomUUID();
  let asking: ReturnType<typeof setInterval> | undefined;
  const askHowFar = () => {
    asking ??= setInterval(async () => {
      const answer = await fetch(`/data/progress?key=${key}`).catch(() => null);
      const reading: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
      if (asking !== undefined && isReading(reading)) onProgress({ stage: 'reading', ...reading });
    }, ASK_EVERY_MS);
  };
  const result = new Promise<ImportUploadResult>((resolve) => {
    const end = (outcome: ImportUploadResult) => {
      clearInterval(asking);
      asking = undefined;
      resolve(outcome);
    };
    request.open('POST', '/api/v1/imports');
    request.setRequestHeader('moc-account', accountId);
    request.setRequestHeader('moc-progress', key);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ stage: 'sending', share: total > 0 ? loaded / total : 0, rows: 0 });
    request.upload.onload = () => {
      onProgress({ stage: 'reading', share: 0, rows: 0 });
      askHowFar();
    };
    request.onabort = () => end(failure('Загрузка остановлена: ничего не сохранено.'));
    request.onerror = () => end(failure('Нет связи: файл не отправлен. Повторите, когда связь вернётся.'));
    request.onload = () => end(resultOf(request));
    request.send(form);
  });
  return { result, stop: () => request.abort() };
}

const failure = (message: string): ImportUploadResult => ({ kind: 'failed', message, errors: [] });

function isReading(body: unknown): body is { share: number; rows: number } {
  return typeof body === 'object' && body !== null && 'share' in body && 'rows' in body;
}

function resultOf({ status, response }: XMLHttpRequest): ImportUploadResult {
  const body = typeof response === 'object' && response !== null ? (response as Record<string, unknown>) : {};
  if (status === 201 && typeof body.id === 'string') return { kind: 'done', id: body.id };
  if (status === 401)
    return failure('Сеанс завершён. Войдите в портал в другом окне и повторите: файл остаётся выбранным.');
  const errors = Array.isArray(body.errors) ? (body.errors as { path: string; message: string }[]) : [];
  return { kind: 'failed', message: String(body.detail ?? 'Сервер не принял файл. Повторите позже.'), errors };
}
