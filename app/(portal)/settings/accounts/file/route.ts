import { dayCell, type RowColumn, tableFile, tableOf, WHOLE_LIST } from '@/app/(portal)/table-file';
import { refusal } from '@/lib/access/policy';
import { done } from '@/lib/domain/failure';
import { ROLE_NAMES } from '@/lib/domain/role-names';
import { type AccountItem, accountsInScope } from '@/lib/portal/accounts/queries';
import { askedName } from '../asked';

/** Accounts in the viewer's scope as a file, `?format=csv|xlsx&q=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked) => {
    const refused = refusal(viewer, 'account.read');
    if (refused) return { ok: false, failure: refused };
    const q = askedName(asked);
    const { items } = await accountsInScope(viewer, { q }, WHOLE_LIST);
    return done(tableOf('Учётные записи', items, COLUMNS, q === '' ? [] : [`Имя, почта или школа: ${q}`]));
  });
}

const COLUMNS: readonly RowColumn<AccountItem>[] = [
  { header: 'Имя', width: 36, of: (account) => account.name },
  { header: 'Почта', width: 36, of: (account) => account.email },
  { header: 'Роль', width: 28, of: (account) => ROLE_NAMES[account.role] },
  { header: 'Место', width: 36, of: (account) => account.place },
  { header: 'Последний вход', of: (account) => dayCell(account.lastSignInAt) },
  { header: 'Состояние', of: (account) => (account.active ? 'Открыта' : 'Закрыта') },
];
