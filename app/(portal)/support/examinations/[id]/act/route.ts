import { idOf } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { fileResponse } from '@/lib/exchange/table-export';
import { examinationAct } from '@/lib/portal/examinations/queries';

/** The act of the examination as docx. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const act = await examinationAct(caller.value, idOf((await params).id), now);
  return act.ok ? fileResponse(act.value.bytes, act.value.mediaType, act.value.name) : problem(act.failure);
}
