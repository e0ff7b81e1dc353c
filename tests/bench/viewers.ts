/** People of the scale as the portal knows them after signing in. */
import { sessionCookie, viewerFromSessionToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { scaleId } from './scale';
import type { ScaleSize } from './scale-size';

const ADDRESS = 'http://127.0.0.1:3000';

/** The cookie of a session of this account. */
export async function sessionOf(accountId: string): Promise<string> {
  return (await sessionCookie({ accountId, sessionVersion: 1 }, ADDRESS)).value;
}

async function signedIn(accountId: string): Promise<Viewer> {
  const viewer = await viewerFromSessionToken(await sessionOf(accountId));
  if (!viewer) throw new Error(`no account ${accountId}`);
  return viewer;
}

/** The principal of the n-th school. */
export const principalAccount = (n: number) => scaleId('account', n);
/** The head of the centre of the n-th municipality. */
export const headAccount = ({ schools }: ScaleSize, n: number) => scaleId('account', schools + n);
/** The head of the centre of the n-th municipality, as after signing in. */
export const headOf = (size: ScaleSize, n: number): Promise<Viewer> => signedIn(headAccount(size, n));

export const coordinatorAccount = ({ schools, municipalities }: ScaleSize) =>
  scaleId('account', schools + municipalities + 1);

export interface Viewers {
  /** of a school of the city whose card of the open year can be filled in */
  principal: Viewer;
  /** МОЦ of the city */
  city: Viewer;
  /** МОЦ of the large municipality */
  large: Viewer;
  /** of the whole country */
  coordinator: Viewer;
  /** of a region of usual size: the first 27 municipalities, as many as the Smolensk region has */
  region: Viewer;
}

/** The number of a school of the city whose card of the open year is begun and not yet submitted. */
export function begunSchool({ large, city }: ScaleSize): number {
  for (let n = large + 1; n <= large + city; n += 1) if (n % 10 === 8) return n;
  throw new Error('no school of the city has begun its card');
}

export async function viewersOf(size: ScaleSize): Promise<Viewers> {
  const coordinator = await signedIn(coordinatorAccount(size));
  return {
    principal: await signedIn(principalAccount(begunSchool(size))),
    city: await signedIn(headAccount(size, 2)),
    large: await signedIn(headAccount(size, 1)),
    coordinator,
    region: { ...coordinator, municipalityIds: Array.from({ length: 27 }, (_, at) => scaleId('municipality', at + 1)) },
  };
}

/** Principals whose cards of the open year can be filled in, with these cards; of the large municipality first. */
export async function fillingPrincipals(
  { schools, large, city }: ScaleSize,
  wanted: number,
): Promise<{ viewer: Viewer; cardId: string }[]> {
  const numbers = Array.from({ length: large + city }, (_, at) => at + 1).filter((n) => n % 10 >= 7);
  return Promise.all(
    numbers.slice(0, wanted).map(async (n) => ({
      viewer: await signedIn(principalAccount(n)),
      cardId: scaleId('card', schools + n),
    })),
  );
}
