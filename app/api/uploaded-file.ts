import { done, failed, type Outcome } from '@/lib/domain/failure';

/**
 * The file of a call, as the body itself or as the field `file` of a form; at most `most` bytes are ever held.
 * TOO_LARGE beyond, INVALID when there is no file.
 */
export async function uploadedFile(request: Request, most: number): Promise<Outcome<Uint8Array>> {
  const tooLarge = failed('TOO_LARGE', `Файл больше ${Math.round(most / 1024 / 1024)} МБ.`);
  // a form adds its own lines around the file
  const mostWithForm = most + 64 * 1024;
  if (Number(request.headers.get('content-length') ?? 0) > mostWithForm) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostWithForm) return tooLarge;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const type = request.headers.get('content-type') ?? '';
  const file = type.startsWith('multipart/form-data') ? await fileOfForm(body, type) : new Uint8Array(body);
  if (file === null || file.byteLength === 0) return failed('INVALID', 'Файла нет. Приложите файл xlsx.');
  return file.byteLength > most ? tooLarge : done(file);
}

async function fileOfForm(body: Buffer, type: string): Promise<Uint8Array | null> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
}
