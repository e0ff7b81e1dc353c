'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { addMunicipality, addRegion } from '@/lib/portal/territory/commands';
import { municipalitySchema, regionSchema } from '@/lib/portal/territory/schema';

const PAGE = '/settings/territory';

export async function sendRegion(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(regionSchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const added = await addRegion(viewer, input.value, new Date());
  if (!added.ok) return { failure: added.failure, values };
  revalidatePath(PAGE);
  return { message: `Добавлен регион: ${input.value.name}.` };
}

export async function sendMunicipality(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(municipalitySchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const added = await addMunicipality(viewer, input.value, new Date());
  if (!added.ok) return { failure: added.failure, values };
  revalidatePath(PAGE);
  return { message: `Добавлен муниципалитет: ${input.value.name}.` };
}
