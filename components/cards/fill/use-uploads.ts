'use client';

import { useRef, useState } from 'react';
import type { CriterionAttachment } from '@/lib/portal/cards/schema';
import { faultOfFile, type Upload, upload } from './upload';

export interface UploadTarget {
  cardId: string;
  criterion: string;
  accountId: string;
  /** the session ended while sending: sign in, then choose the file again */
  onSignedOut: () => void;
  /** a file was stored or removed */
  onStored: (file: CriterionAttachment) => void;
  onRemoved: (file: CriterionAttachment) => void;
}

interface Sending {
  id: number;
  name: string;
  share: number;
}

/** The files of one criterion that are on their way, and what went wrong last. */
export function useUploads(target: UploadTarget) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const running = useRef(new Map<number, Upload>());
  const next = useRef(1);

  async function send(file: File) {
    const id = next.current++;
    setSending((all) => [...all, { id, name: file.name, share: 0 }]);
    const one = upload(target, file, (share) =>
      setSending((all) => all.map((item) => (item.id === id ? { ...item, share } : item))),
    );
    running.current.set(id, one);
    const result = await one.result;
    running.current.delete(id);
    setSending((all) => all.filter((item) => item.id !== id));
    if (result.kind === 'done') target.onStored(result.attachment);
    if (result.kind === 'failed') setFault(`«${file.name}»: ${result.message}`);
    if (result.kind === 'signed-out') {
      setFault(`«${file.name}» не отправлен: сеанс завершён. Войдите и приложите файл ещё раз.`);
      target.onSignedOut();
    }
  }

  async function add(files: readonly File[]) {
    setFault(null);
    // one after another: a slow line is not shared between files
    for (const file of files) {
      const wrong = faultOfFile(file);
      if (wrong) setFault(wrong);
      else await send(file);
    }
  }

  async function remove(file: CriterionAttachment) {
    setFault(null);
    const response = await fetch(`/api/v1/cards/${target.cardId}/attachments/${file.id}`, {
      method: 'DELETE',
      headers: { 'moc-account': target.accountId },
    }).catch(() => null);
    if (response?.ok || response?.status === 404) target.onRemoved(file);
    else if (response?.status === 401) target.onSignedOut();
    else setFault(`«${file.name}» не удалён: ${response ? 'сервер отказал' : 'нет связи'}. Повторите.`);
  }

  return { sending, fault, add, stop: (id: number) => running.current.get(id)?.stop(), remove };
}
