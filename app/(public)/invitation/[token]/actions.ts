'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formInput } from '@/app/form-input';
import type { FormState } from '@/lib/domain/form-state';
import { acceptInvitation } from '@/lib/portal/accounts/invitations';
import { newPasswordSchema } from '@/lib/portal/accounts/schema';

export async function sendNewPassword(secret: string, _state: FormState, form: FormData): Promise<FormState> {
  const input = formInput(z.object({ password: newPasswordSchema }), form);
  if (!input.ok) return { failure: input.failure };
  const accepted = await acceptInvitation(secret, input.value.password, new Date());
  if (!accepted.ok) return { failure: accepted.failure };
  redirect('/sign-in?notice=password-set');
}
