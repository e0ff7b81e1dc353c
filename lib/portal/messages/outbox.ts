/** What a person decides about a letter that did not simply go. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { LetterStatus } from '@/lib/db/generated/enums';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { mailSettings } from '@/lib/env';
import { record } from '@/lib/portal/journal/commands';

/** Puts a letter that failed, is in doubt, was cancelled or was only kept into the queue, as if it were new. */
export function sendAgain(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  return decide(viewer, id, now, {
    from: ['FAILED', 'UNCERTAIN', 'CANCELLED', 'KEPT'],
    to: 'QUEUED',
    otherwise: 'Письмо уже ждёт отправки или отправлено.',
  });
}

/** Takes a letter that waits out of the queue; one that is being handed over can no longer be stopped. */
export function cancelLetter(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  return decide(viewer, id, now, {
    from: ['QUEUED'],
    to: 'CANCELLED',
    otherwise: 'Письмо уже не ждёт отправки: его нельзя отменить.',
  });
}

interface Decision {
  from: LetterStatus[];
  to: 'QUEUED' | 'CANCELLED';
  /** said when the letter is in another state */
  otherwise: string;
}

function decide(viewer: Viewer, id: string, now: Date, { from, to, otherwise }: Decision): Promise<Outcome<void>> {
  return forViewer(viewer, async (db: ScopedDatabase): Promise<Outcome<void>> => {
    const refused = refusal(viewer, 'outbox.manage');
    if (refused) return { ok: false, failure: refused };
    if (to === 'QUEUED' && !mailSettings())
      return failed(
        'WRONG_STATE',
        'Почтовый сервер не настроен: отправить письмо некуда. Администратор задаёт SMTP_URL.',
      );
    const own = viewer.role === 'ADMIN' ? {} : { municipalityId: { in: [...viewer.municipalityIds] } };
    const letter = await db.letter.findFirst({ where: { id, ...own }, select: { status: true, municipalityId: true } });
    if (!letter) return failed('NOT_FOUND', 'Письмо не найдено. Обновите страницу.');
    const { count } = await db.letter.updateMany({
      where: { id, status: { in: from } },
      data: { status: to, attempts: 0, nextAttemptAt: to === 'QUEUED' ? now : null, error: null },
    });
    if (count === 0) return failed('WRONG_STATE', otherwise);
    await record(db, viewer, now, {
      action: 'outbox.manage',
      subjectType: 'letter',
      subjectId: id,
      municipalityId: letter.municipalityId,
      from: letter.status,
      to,
    });
    return done(undefined);
  });
}
