'use client';

import { CloudAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { MessagePage } from './message-page';

export interface ErrorMessageProps {
  error: unknown;
  retry: () => void;
}

/** What nobody expected. The number finds the same error in the server's log; nothing of its text is shown. */
export function ErrorMessage({ error, retry }: ErrorMessageProps) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <MessagePage
      icon={CloudAlert}
      title="Не получилось открыть страницу"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Попробовать ещё раз
          </Button>
          <LinkButton href="/">На главную</LinkButton>
        </>
      }
    >
      <p>На сервере произошла ошибка. То, что было сохранено, не пропало.</p>
      {digest ? (
        <p>
          Если она повторяется, сообщите администратору портала номер&nbsp;ошибки:{' '}
          <span className="font-medium break-all text-ink">{digest}</span>
        </p>
      ) : null}
    </MessagePage>
  );
}
