import { idOf } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { fileAnswer } from '@/app/api/file-answer';
import { problem } from '@/app/api/problem';
import { documentFile } from '@/lib/portal/documents/queries';

/** A version of the text of a document. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const found = await documentFile(caller.value, idOf((await params).id));
  return found.ok ? fileAnswer(found.value) : problem(found.failure);
}
