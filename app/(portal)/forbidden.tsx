import { Lock } from 'lucide-react';
import { MessagePage } from '@/components/shell/message-page';
import { LinkButton } from '@/components/ui/link-button';

/** 403: the thing lies in the person's scope, but this page is not for the role. */
export default function Forbidden() {
  return (
    <MessagePage
      icon={Lock}
      title="Этот раздел вам недоступен"
      actions={
        <LinkButton href="/" variant="primary">
          На главную
        </LinkButton>
      }
    >
      <p>Ваша роль не позволяет открыть эту страницу.</p>
      <p>Рейтинги школ видят только МОЦ и СОИРО. Итоги своей школы директор видит на её странице.</p>
    </MessagePage>
  );
}
