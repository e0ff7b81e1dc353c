/** Sending one file as evidence of an answer: with progress, which fetch does not tell, and with a way to stop it. */
import type { CriterionAttachment } from '@/lib/portal/cards/schema';

export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
export const FILE_TYPES = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png';
export const FILE_TYPES_IN_WORDS = 'pdf, docx, xlsx, jpg, png';

export type UploadResult =
  | { kind: 'done'; attachment: CriterionAttachment }
  | { kind: 'stopped' }
  | { kind: 'signed-out' }
  | { kind: 'failed'; message: string };

export interface Upload {
  result: Promise<UploadResult>;
  stop: () => void;
}

interface UploadedJson extends Omit<CriterionAttachment, 'uploadedAt'> {
  uploadedAt: string;
}

/** Starts sending; `onProgress` hears the share sent, 0..1. */
export function upload(
  target: { cardId: string; criterion: string; accountId: string },
  file: File,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ criterion: target.criterion, name: file.name });
  const result = new Promise<UploadResult>((resolve) => {
    request.open('POST', `/api/v1/cards/${target.cardId}/attachments?${query}`);
    request.setRequestHeader('moc-account', target.accountId);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onabort = () => resolve({ kind: 'stopped' });
    request.onerror = () =>
      resolve({ kind: 'failed', message: 'Нет связи: файл не отправлен. Повторите, когда связь вернётся.' });
    request.onload = () => resolve(resultOf(request));
    request.send(file);
  });
  return { result, stop: () => request.abort() };
}

function resultOf(request: XMLHttpRequest): UploadResult {
  const body: unknown = request.response;
  if (request.status === 401) return { kind: 'signed-out' };
  if (request.status >= 200 && request.status < 300 && isUploaded(body)) {
    return { kind: 'done', attachment: { ...body, uploadedAt: new Date(body.uploadedAt) } };
  }
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? String(body.detail) : '';
  return { kind: 'failed', message: detail || 'Сервер не принял файл. Повторите позже.' };
}

function isUploaded(body: unknown): body is UploadedJson {
  return typeof body === 'object' && body !== null && 'id' in body && 'name' in body && 'uploadedAt' in body;
}

/** What is wrong with a file before it is sent; null when nothing is. The content is checked by the server. */
export function faultOfFile(file: { name: string; size: number }): string | null {
  const dot = file.name.lastIndexOf('.');
  const ending = dot < 0 ? '' : file.name.slice(dot).toLowerCase();
  if (!FILE_TYPES.split(',').includes(ending)) {
    return `«${file.name}» не подойдёт: принимаются ${FILE_TYPES_IN_WORDS}.`;
  }
  if (file.size > LARGEST_FILE_BYTES) return `«${file.name}» больше 20 МБ. Уменьшите его или разделите на части.`;
  if (file.size === 0) return `«${file.name}» пуст. Выберите другой файл.`;
  return null;
}
