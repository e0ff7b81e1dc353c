import { FigureWithChange } from '@/components/ui/figure-with-change';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { InstallationDay } from '@/lib/portal/home/views';
import { ToDoList } from './to-do-list';

/** The installation at a glance; an administrator takes no educational decisions and sees no results. */
export function AdministratorHome({ day, mailConfigured }: { day: InstallationDay; mailConfigured: boolean }) {
  const empty = day.regions === 0;
  return (
    <>
      <PageHeader
        title="Портал МОЦ"
        kind="Администрирование"
        description="Учётные записи, муниципалитеты, почта. Результаты школ администратор не видит."
      />
      {mailConfigured ? null : (
        <Notice tone="warning" title="Почтовый сервер не настроен" className="mb-6">
          Письма хранятся в портале и не уходят. Задайте SMTP_URL и MAIL_FROM и перезапустите портал.
        </Notice>
      )}
      <div className="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <FigureWithChange label="Муниципалитетов" value={String(day.municipalities)} href="/settings/territory" />
        <FigureWithChange label="Школ" value={String(day.schools)} href="/schools" />
        <FigureWithChange
          label="Открытых учётных записей"
          value={String(day.activeAccounts)}
          href="/settings/accounts"
        />
        <FigureWithChange label="Писем ждут" value={String(day.lettersWaiting)} href="/settings/outbox" />
      </div>
      <Panel title="Что требует внимания">
        <ToDoList
          items={[
            { text: 'Завести регион и муниципалитеты', count: empty ? 1 : 0, href: '/settings/territory' },
            { text: 'Письма, которые не приняла почта', count: day.lettersFailed, href: '/settings/outbox' },
            { text: 'Приглашения без ответа', count: day.openInvitations, href: '/settings/accounts' },
          ]}
        />
      </Panel>
    </>
  );
}
