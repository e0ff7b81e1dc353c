import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEnvironment } from '@/lib/env';
import { createAdministrator, setActive, setPassword } from '@/lib/portal/accounts/shell-commands';
import { hiddenLine } from '@/scripts/portal/hidden-input';
import { type TestDatabase, testDatabase } from '../harness/database';
import { isAlive, PASSWORD, sessionOf } from './accounts-world';

let database: TestDatabase;
const NOW = new Date('2020-10-05T09:00:00Z');
const NEW_PASSWORD = 'совсем другой пароль';

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** `npm run user` as its own process; what it printed, how it ended. */
function user(args: string[], input = ''): Promise<{ code: number | null; output: string; told: string }> {
  const env = testEnvironment({ DATABASE_URL: database.url, MOC_DATA_DIR: database.dataDirectory });
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/user.ts', ...args], { env });
  const printed = { output: '', told: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.told += text;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...printed })));
}

describe('npm run user', () => {
  it('makes the first administrator, who signs in', async () => {
    expect(await database.owner.account.count()).toBe(0);
    const create = ['create', '--email', 'Admin@School.ru', '--name', 'Администратор', '--password-stdin'];
    const made = await user(create, `${PASSWORD}\n`);
    expect(made).toMatchObject({ code: 0, output: 'Администратор admin@school.ru создан. Войти: /sign-in.\n' });
    expect(await isAlive(await sessionOf('admin@school.ru', PASSWORD))).toBe(true);
    expect(await database.owner.account.findMany()).toMatchObject([
      { email: 'admin@school.ru', name: 'Администратор', role: 'ADMIN', regionId: null, active: true },
    ]);
    const again = await user(create, `${NEW_PASSWORD}\n`);
    expect(again).toMatchObject({ code: 1, told: expect.stringContaining('admin@school.ru уже есть') });
    expect(await sessionOf('admin@school.ru', NEW_PASSWORD)).toBeNull();
    const listed = await user(['list']);
    expect(listed.output).toBe(
      'admin@school.ru · Администратор · Администратор · весь портал · вход ' +
        `${listed.output.split(' · вход ')[1]?.split('\n')[0]}\nУчётных записей: 1.\n`,
    );
  }, 120_000);

  it('gives a new password and closes an account, each ends the sessions', async () => {
    await createAdministrator({ email: 'second@school.ru', name: 'Второй', password: PASSWORD }, NOW);
    const first = await sessionOf('second@school.ru', PASSWORD);
    expect(await user(['password', '--email', 'second@school.ru'], NEW_PASSWORD)).toMatchObject({ code: 0 });
    expect(await isAlive(first)).toBe(false);
    expect(await sessionOf('second@school.ru', PASSWORD)).toBeNull();
    const second = await sessionOf('second@school.ru', NEW_PASSWORD);
    expect(await isAlive(second)).toBe(true);
    const closed = await user(['deactivate', '--email', 'second@school.ru']);
    expect(closed.output).toBe('Учётная запись second@school.ru закрыта, её сеансы завершены.\n');
    expect(await isAlive(second)).toBe(false);
    expect((await user(['list'])).output).toContain(
      'second@school.ru · Второй · Администратор · весь портал · закрыта',
    );
    const last = await user(['deactivate', '--email', 'admin@school.ru']);
    expect(last.output).toContain('Действующих администраторов не осталось');
    expect((await user(['activate', '--email', 'admin@school.ru'])).output).toContain('открыта');
  }, 120_000);

  it('refuses what cannot be right and changes nothing', async () => {
    const before = await database.owner.account.findMany({ orderBy: { id: 'asc' } });
    const create = ['create', '--email', 'third@school.ru', '--name', 'Третий'];
    const refused = await Promise.all([
      user([...create, '--password-stdin'], 'короткий'),
      user(create, ''),
      user([...create, '--password', PASSWORD]),
      user([...create, `--password=${PASSWORD}`]),
      user(['create', '--email', 'third', '--name', 'Третий'], PASSWORD),
      user(['create', '--email', 'third@school.ru'], PASSWORD),
      user(['password', '--email', 'nobody@school.ru'], PASSWORD),
      user(['deactivate', '--email', 'nobody@school.ru']),
      user(['constructor']),
      user([]),
    ]);
    for (const { code, output, told } of refused) {
      expect([code, output]).toEqual([1, '']);
      expect(told).toMatch(/[а-яё]/i);
      expect(told).not.toMatch(/ at .*\.ts:/);
      expect(told).not.toContain(PASSWORD);
    }
    expect(refused[0]?.told).toBe('Пароль короче 12 знаков: добавьте ещё несколько слов или цифр.\n');
    expect(await database.owner.account.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  }, 120_000);

  it('leaves a trace in the journal without a password', async () => {
    await createAdministrator({ email: 'traced@school.ru', name: 'Со следом', password: PASSWORD }, NOW);
    await setPassword('traced@school.ru', NEW_PASSWORD, NOW);
    await setActive('traced@school.ru', false, NOW);
    const { id } = await database.owner.account.findUniqueOrThrow({ where: { email: 'traced@school.ru' } });
    const entries = await database.owner.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(
      entries.map(({ accountId, actorName, action, detail, from, to }) => ({
        accountId,
        actorName,
        action,
        detail,
        from,
        to,
      })),
    ).toEqual(
      [
        { detail: 'created', from: null, to: { email: 'traced@school.ru', role: 'ADMIN' } },
        { detail: 'password', from: null, to: null },
        { detail: null, from: { active: true }, to: { active: false } },
      ].map((entry) => ({ accountId: null, actorName: 'Командная строка', action: 'account.fromShell', ...entry })),
    );
  });
});

describe('a password typed on the terminal', () => {
  function terminal() {
    const input = new EventEmitter();
    const modes: boolean[] = [];
    let shown = '';
    const streams = Object.assign(input, {
      setRawMode: (mode: boolean) => modes.push(mode),
      setEncoding: () => {},
      resume: () => {},
      pause: () => {},
    });
    const output = {
      write: (text: string) => {
        shown += text;
        return true;
      },
    };
    const asked = hiddenLine('Пароль: ', streams as never, output as never);
    return { asked, type: (text: string) => input.emit('data', text), modes, shown: () => shown, input };
  }

  it('is never shown; mistakes are taken back letter by letter or as a line', async () => {
    const { asked, type, modes, shown, input } = terminal();
    for (const text of ['не то', '\u0015', 'парольь', '\u007f', ' из ', 'слов😀', '\b', '\r']) type(text);
    expect(await asked).toBe('пароль из слов');
    expect(shown()).toBe('Пароль: \n');
    expect(modes).toEqual([true, false]);
    expect(input.listenerCount('data')).toBe(0);
  });

  it('may be pasted with its line break and broken off by Ctrl-C', async () => {
    const pasted = terminal();
    pasted.type('вставленный пароль\n');
    expect(await pasted.asked).toBe('вставленный пароль');
    const broken = terminal();
    broken.type('нача\u0003');
    await expect(broken.asked).rejects.toThrow('Прервано, ничего не изменено.');
    expect(broken.modes).toEqual([true, false]);
  });
});
