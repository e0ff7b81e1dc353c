import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDate, formatMoment } from '@/lib/domain/russian';
import type { TokenItem } from '@/lib/portal/accounts/schema';

interface TokenListProps {
  tokens: readonly TokenItem[];
  now: Date;
  revoke: (form: FormData) => Promise<void>;
}

const USES = { api: 'Программы (API)', calendar: 'Календарь' };

/** The personal tokens that still work. */
export function TokenList({ tokens, now, revoke }: TokenListProps) {
  if (tokens.length === 0) return <p className="text-muted">Токенов нет.</p>;
  return (
    <Table caption="Личные токены">
      <TableHead>
        <TableRow>
          <HeaderCell>Название</HeaderCell>
          <HeaderCell>Назначение</HeaderCell>
          <HeaderCell>Последнее обращение</HeaderCell>
          <HeaderCell>Действует до</HeaderCell>
          <HeaderCell>
            <span className="sr-only">Действия</span>
          </HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {tokens.map((token) => (
          <TableRow key={token.id}>
            <Cell>{token.name}</Cell>
            <Cell>{USES[token.use]}</Cell>
            <Cell>{token.lastUsedAt ? formatMoment(new Date(token.lastUsedAt), now) : 'не было'}</Cell>
            <Cell>{formatDate(new Date(token.expiresAt))}</Cell>
            <Cell>
              <form action={revoke}>
                <input type="hidden" name="id" value={token.id} />
                <SubmitButton variant="secondary" size="sm" aria-label={`Отозвать токен «${token.name}»`}>
                  Отозвать
                </SubmitButton>
              </form>
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
