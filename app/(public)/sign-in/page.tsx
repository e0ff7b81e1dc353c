import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentViewer } from '@/app/(portal)/viewer';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { sendSignIn } from './actions';
import { pathOfPortal } from './path-of-portal';

export const metadata: Metadata = { title: 'Вход' };

const NOTICES: Record<string, string> = {
  'password-changed': 'Пароль изменён, все сеансы завершены. Войдите с новым паролем.',
  'password-set': 'Пароль сохранён. Войдите с ним.',
  'signed-out': 'Все сеансы завершены.',
};

type Search = { callbackUrl?: string | string[]; notice?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const callbackUrl = pathOfPortal(search.callbackUrl);
  if (!search.notice && (await currentViewer())) redirect(callbackUrl);
  const notice = NOTICES[search.notice ?? ''];
  return <SignInForm send={sendSignIn} callbackUrl={callbackUrl} {...(notice ? { notice } : {})} />;
}
