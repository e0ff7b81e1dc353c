'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formText, invalidForm } from '@/app/(portal)/form-lines';
import { requireViewer } from '@/app/(portal)/viewer';
import type { FormState } from '@/lib/domain/form-state';
import { setDocumentLink } from '@/lib/portal/documents/commands';
import { documentLinkSchema } from '@/lib/portal/documents/schema';

const BACK = /^\/support(\/[\w-]+)*$/;
const backOf = (form: FormData) => (BACK.test(formText(form, 'back')) ? formText(form, 'back') : '/library');

/** The place is one field, «finding:id», so that one select chooses it. */
function entered(form: FormData) {
  const [subjectType, subjectId] = formText(form, 'place').split(':');
  return documentLinkSchema.safeParse({ documentId: formText(form, 'documentId'), subjectType, subjectId });
}

export async function sendDocumentLink(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = entered(form);
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const linked = await setDocumentLink(viewer, input.data, true, new Date());
  if (!linked.ok) return { failure: linked.failure };
  revalidatePath(backOf(form));
  return { message: 'Документ связан.' };
}

export async function sendDocumentUnlink(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  const input = entered(form);
  // refused or already gone: the page that comes back shows what is there
  if (input.success) await setDocumentLink(viewer, input.data, false, new Date());
  redirect(backOf(form));
}
