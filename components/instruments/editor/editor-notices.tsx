'use client';

import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import type { FieldError } from '@/lib/domain/failure';
import type { SavedDraft } from '@/lib/portal/instruments/schema';
import { ConflictNotice } from './conflict-notice';
import type { InstrumentDraft } from './edited-instrument';
import type { RefusedSave } from './use-stored-draft';

interface EditorNoticesProps {
  /** where the version is read, and where one comes back after signing in */
  readHref: string;
  mine: InstrumentDraft;
  conflict: SavedDraft | null;
  refused: RefusedSave | null;
  /** what keeps the draft from being published, as it was when somebody asked */
  summary: readonly FieldError[] | null;
  restored: boolean;
  onSaveMine: (over: number) => void;
  onTakeTheirs: (theirs: SavedDraft) => void;
  onGiveUp: () => void;
}

/** What stands above the editor: another window's save, a refused save, faults, what was restored. */
export function EditorNotices(props: EditorNoticesProps) {
  const { readHref, mine, conflict, refused, summary, restored, onSaveMine, onTakeTheirs, onGiveUp } = props;
  const signedOut = refused?.failure.code === 'UNAUTHENTICATED';
  return (
    <div className="space-y-6 not-empty:mb-6">
      {conflict ? (
        <ConflictNotice
          theirs={conflict}
          mine={mine}
          readHref={readHref}
          onSaveMine={() => onSaveMine(conflict.version)}
          onTakeTheirs={() => onTakeTheirs(conflict)}
        />
      ) : null}
      {signedOut ? <SignedOutNotice title={refused.failure.detail} readHref={readHref} /> : null}
      {refused && !signedOut ? <ErrorSummary title={refused.failure.detail} errors={refused.onPage} /> : null}
      {summary && !refused ? <ErrorSummary title="До публикации исправьте" errors={summary} /> : null}
      {restored ? (
        <Notice
          tone="info"
          role="status"
          title="Восстановлены несохранённые изменения"
          actions={
            <Button size="sm" onClick={onGiveUp}>
              Отказаться от них
            </Button>
          }
        >
          Вы не сохранили их в прошлый раз в этой вкладке.
        </Notice>
      ) : null}
    </div>
  );
}

function SignedOutNotice({ title, readHref }: { title: string; readHref: string }) {
  return (
    <Notice tone="danger" role="alert" title={title}>
      <a
        className="link"
        href={`/sign-in?callbackUrl=${encodeURIComponent(readHref)}`}
        target="_blank"
        rel="noreferrer"
      >
        Войти в новой вкладке
      </a>
      , вернуться сюда и сохранить ещё раз.
    </Notice>
  );
}
