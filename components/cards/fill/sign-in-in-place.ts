const NO_LINE = 'Нет связи. Проверьте интернет и попробуйте ещё раз.';

/**
 * Signs in without leaving the page (next-auth credentials). null when the session is there; otherwise in Russian what
 * to do.
 */
export async function signInInPlace(who: {
  email: string;
  password: string;
  accountId: string;
}): Promise<string | null> {
  try {
    const csrf: unknown = await (await fetch('/api/auth/csrf')).json();
    const csrfToken = typeof csrf === 'object' && csrf !== null && 'csrfToken' in csrf ? String(csrf.csrfToken) : '';
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, email: who.email, password: who.password, json: 'true' }),
    });
    if (!response.ok) {
      return (await response.text()).includes('TooMany')
        ? 'Слишком много попыток подряд. Подождите минуту и войдите снова.'
        : 'Пароль не подошёл. Проверьте раскладку и регистр.';
    }
    const me = await fetch('/api/v1/me', { headers: { 'moc-account': who.accountId } });
    return me.ok ? null : 'Войти не получилось. Откройте страницу входа в другом окне, войдите и вернитесь сюда.';
  } catch {
    return NO_LINE;
  }
}
