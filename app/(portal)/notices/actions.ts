'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import { readNotices } from '@/lib/portal/messages/commands';

export async function sendAllRead(): Promise<void> {
  await readNotices(await requireViewer(), new Date());
  revalidatePath('/', 'layout');
}
