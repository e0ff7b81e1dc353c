'use server';

import { revalidatePath } from 'next/cache';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { readNotice, readNotices } from '@/lib/portal/messages/commands';

export async function sendAllRead(): Promise<void> {
  await readNotices(await requireViewer(), new Date());
  revalidatePath('/', 'layout');
}

export async function sendRead(id: string): Promise<void> {
  await readNotice(await requireViewer(), idOf(id), new Date());
  revalidatePath('/', 'layout');
}
