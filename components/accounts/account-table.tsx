import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { ROLE_NAMES } from '@/lib/domain/role-names';
import { formatMoment } from '@/lib/domain/russian';
import type { Me } from '@/lib/portal/accounts/schema';

export interface AccountRow {
  id: string;
  name: string;
  email: string;
  role: Me['role'];
  place: string;
  active: boolean;
  lastSignInAt: Date | null;
  managed: boolean;
}

interface AccountTableProps {
  accounts: readonly AccountRow[];
  now: Date;
  setActive: (form: FormData) => Promise<void>;
}

/** Accounts with what may be done to each. */
export function AccountTable({ accounts, now, setActive }: AccountTableProps) {
  return (
    <Table caption="Учётные записи">
      <TableHead>
        <TableRow>
          <HeaderCell>Имя</HeaderCell>
          <HeaderCell>Роль и место</HeaderCell>
          <HeaderCell>Последний вход</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>
            <span className="sr-only">Действия</span>
          </HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <TableRow key={account.id}>
            <RowHeader>
              {account.name}
              <span className="block font-normal text-muted">{account.email}</span>
            </RowHeader>
            <Cell>
              {ROLE_NAMES[account.role]}
              <span className="block text-muted">{account.place}</span>
            </Cell>
            <Cell>{account.lastSignInAt ? formatMoment(account.lastSignInAt, now) : 'не входил(а)'}</Cell>
            <Cell>
              <Status tone={account.active ? 'success' : 'neutral'} look="line">
                {account.active ? 'Открыта' : 'Закрыта'}
              </Status>
            </Cell>
            <Cell>
              {account.managed ? (
                <div className="flex flex-wrap justify-end gap-2">
                  <LinkButton size="sm" variant="secondary" href={`/settings/accounts?link=${account.id}#invitation`}>
                    Новый пароль
                  </LinkButton>
                  <form action={setActive}>
                    <input type="hidden" name="id" value={account.id} />
                    <input type="hidden" name="active" value={account.active ? 'no' : 'yes'} />
                    <SubmitButton
                      size="sm"
                      variant="secondary"
                      aria-label={`${account.active ? 'Закрыть' : 'Открыть'}: ${account.name}`}
                    >
                      {account.active ? 'Закрыть' : 'Открыть'}
                    </SubmitButton>
                  </form>
                </div>
              ) : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
