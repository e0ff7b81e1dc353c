'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import type { SubscriptionState } from '@/components/events/subscription-panel';
import { publicAddress } from '@/lib/env';
import { createToken, revokeToken } from '@/lib/portal/accounts/tokens';

/** As long as a personal token may live. */
const LIVES_MS = 365 * 24 * 60 * 60 * 1000;

export async function sendNewSubscription(_state: SubscriptionState, form: FormData): Promise<SubscriptionState> {
  const viewer = await requireViewer();
  const now = new Date();
  const deadlines = form.get('deadlines') === 'yes';
  const name = deadlines ? 'Подписка на мероприятия и сроки' : 'Подписка на мероприятия';
  const expiresAt = new Date(now.getTime() + LIVES_MS).toISOString();
  const created = await createToken(viewer, { name, use: 'calendar', expiresAt }, now);
  if (!created.ok) return { failure: created.failure };
  revalidatePath('/calendar');
  const query = new URLSearchParams({ token: created.value.token, ...(deadlines && { deadlines: '1' }) });
  return { address: `${publicAddress()}/api/v1/calendar.ics?${query}` };
}

export async function sendRevokeSubscription(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  await revokeToken(viewer, String(form.get('id') ?? ''), new Date());
  revalidatePath('/calendar');
}
