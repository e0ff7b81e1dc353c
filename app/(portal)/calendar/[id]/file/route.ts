import { idOf } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { publicAddress } from '@/lib/env';
import { CALENDAR_TYPE } from '@/lib/exchange/calendar-file';
import { fileResponse } from '@/lib/exchange/table-export';
import { eventFile } from '@/lib/portal/events/queries';

/** One event for a calendar program. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const file = await eventFile(caller.value, idOf((await params).id), publicAddress());
  return file.ok ? fileResponse(file.value, CALENDAR_TYPE, 'event.ics') : problem(file.failure);
}
