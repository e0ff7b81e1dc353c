/** What is sent to PostgreSQL while something runs, as the driver sees it: also BEGIN, the scope and COMMIT. */
import pg from 'pg';

export interface Statement {
  text: string;
  values: readonly unknown[];
}

const sent: Statement[] = [];
let listening = false;

/** Starts listening; statements of all connections of this process are kept from now on. */
function listen(): void {
  if (listening) return;
  listening = true;
  const own = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
  const heard = function (this: pg.Client, ...args: unknown[]): unknown {
    const statement = statementOf(args);
    if (statement) sent.push(statement);
    return own.apply(this, args);
  };
  pg.Client.prototype.query = heard as typeof pg.Client.prototype.query;
}

function statementOf([query, values]: unknown[]): Statement | null {
  if (typeof query === 'string') return { text: query, values: Array.isArray(values) ? values : [] };
  if (typeof query !== 'object' || query === null || !('text' in query) || typeof query.text !== 'string') return null;
  const own = 'values' in query ? query.values : undefined;
  return { text: query.text, values: Array.isArray(own) ? own : Array.isArray(values) ? values : [] };
}

/** Runs `work` and gives what it sent. Nothing else may use the database meanwhile. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  listen();
  sent.length = 0;
  await work();
  return sent.splice(0);
}
