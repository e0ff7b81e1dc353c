import { z } from 'zod';
import { fileAnswer } from '@/app/api/file-answer';
import { publicFile } from '@/lib/portal/centre-page/queries';

/** The text of a document that everybody may read. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = z.guid().safeParse((await params).id);
  const found = id.success ? await publicFile(id.data) : null;
  return found?.ok ? fileAnswer(found.value) : new Response('Файл не найден.', { status: 404 });
}
