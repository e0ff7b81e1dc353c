'use client';

import './globals.css';

/** The last resort, when the frame of the page itself fails: plain links, so that it needs no script. */
export default function GlobalError() {
  return (
    <html lang="ru">
      <body>
        <title>Ошибка · Портал МОЦ</title>
        <main className="page-frame mx-auto max-w-xl px-4 py-16">
          <h1 className="text-2xl font-semibold tracking-tight">Портал сейчас не отвечает</h1>
          <p className="mt-3 text-lg text-muted">
            На сервере произошла ошибка. То, что было сохранено, не пропало. Подождите минуту и откройте страницу ещё
            раз.
          </p>
          <form method="get" className="mt-8 flex flex-wrap items-center gap-6 text-lg">
            <button type="submit" className="link">
              Открыть ещё раз
            </button>
            <a href="/" className="link">
              На главную
            </a>
          </form>
        </main>
      </body>
    </html>
  );
}
