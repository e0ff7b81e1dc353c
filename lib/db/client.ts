import { PrismaPg } from '@prisma/adapter-pg';
import { databaseUrl } from '../env';
import { PrismaClient } from './generated/client';

/** The role under which the portal works: it may use the tables and owns nothing, so row-level security binds it. */
const APPLICATION_ROLE = 'moc_app';

declare global {
  // The development server reloads modules; one pool must outlive them.
  var mocPrismaClient: PrismaClient | undefined;
}

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl(),
    options: `-c role=${APPLICATION_ROLE}`,
    max: 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  return new PrismaClient({ adapter });
}

/** The pool of the portal. Only lib/access may import it: everybody else gets a database with a scope. */
export function prismaClient(): PrismaClient {
  globalThis.mocPrismaClient ??= connect();
  return globalThis.mocPrismaClient;
}
