'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import type { TokenFormState } from '@/components/accounts/token-form';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { changePassword, signOutEverywhere } from '@/lib/portal/accounts/commands';
import { newTokenSchema, passwordChangeSchema } from '@/lib/portal/accounts/schema';
import { createToken, revokeToken } from '@/lib/portal/accounts/tokens';

export async function sendPasswordChange(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = formInput(passwordChangeSchema, form);
  if (!input.ok) return { failure: input.failure };
  const changed = await changePassword(viewer, input.value, new Date());
  if (!changed.ok) return { failure: changed.failure };
  redirect('/sign-in?notice=password-changed');
}

export async function sendSignOutEverywhere(): Promise<void> {
  const viewer = await requireViewer();
  await signOutEverywhere(viewer, new Date());
  redirect('/sign-in?notice=signed-out');
}

export async function sendNewToken(_state: TokenFormState, form: FormData): Promise<TokenFormState> {
  const viewer = await requireViewer();
  const input = formInput(newTokenSchema, form);
  const values = enteredValues(form.entries());
  if (!input.ok) return { failure: input.failure, values };
  const created = await createToken(viewer, input.value, new Date());
  if (!created.ok) return { failure: created.failure, values };
  revalidatePath('/settings/profile');
  return { token: created.value.token };
}

export async function sendRevokeToken(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  await revokeToken(viewer, String(form.get('id') ?? ''), new Date());
  revalidatePath('/settings/profile');
}
