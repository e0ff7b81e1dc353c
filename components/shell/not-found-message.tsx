import { FileQuestionMark } from 'lucide-react';
import { LinkButton } from '@/components/ui/link-button';
import { MessagePage } from './message-page';

/** 404: also what lies outside the person's scope, without a hint that it exists. */
export function NotFoundMessage() {
  return (
    <MessagePage
      icon={FileQuestionMark}
      title="Страница не найдена"
      actions={
        <LinkButton href="/" variant="primary">
          На главную
        </LinkButton>
      }
    >
      <p>Такой страницы нет, или она не относится к вашей школе или муниципалитету.</p>
      <p>Проверьте адрес. Если вы пришли по ссылке из письма, убедитесь, что вошли под своей учётной записью.</p>
    </MessagePage>
  );
}
