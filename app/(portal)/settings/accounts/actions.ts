'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import type { InvitationFormState } from '@/components/accounts/invitation-form';
import { enteredValues } from '@/lib/domain/form-state';
import { publicAddress } from '@/lib/env';
import { setAccountActive } from '@/lib/portal/accounts/commands';
import { invite, revokeInvitation } from '@/lib/portal/accounts/invitations';
import { invitationSchema } from '@/lib/portal/accounts/schema';

const PAGE = '/settings/accounts';

export async function sendInvitation(_state: InvitationFormState, form: FormData): Promise<InvitationFormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(invitationSchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const invited = await invite(viewer, input.value, publicAddress(), new Date());
  if (!invited.ok) return { failure: invited.failure, values };
  revalidatePath(PAGE);
  return { link: invited.value.link, message: `Ссылка для ${input.value.email} готова. Она действует 7 дней.` };
}

export async function sendRevokeInvitation(form: FormData): Promise<void> {
  await revokeInvitation(await requireViewer(), String(form.get('id') ?? ''), new Date());
  revalidatePath(PAGE);
}

export async function sendAccountActive(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  await setAccountActive(viewer, String(form.get('id') ?? ''), form.get('active') === 'yes', new Date());
  revalidatePath(PAGE);
}
