/**
 * Asks a web address whether it still answers. The host is resolved first, every address of it must be public, and the
 * connection goes to the very address that was looked at, so that a name cannot point elsewhere a moment later. Redirects
 * are followed by the same rule. Nothing of the answer's body is read.
 */
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { checkableUrl, isPublicAddress, type LinkState, stateOfStatus } from '@/lib/domain/library/link-address';

const LONGEST_MS = 10_000;
const MOST_REDIRECTS = 5;

/** Names to addresses, and for tests the machine that stands in for a public address. */
export interface Network {
  resolve(host: string): Promise<string[]>;
  /** where the connection to an address goes */
  route(address: string): string;
}

export const INTERNET: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  route: (address) => address,
};

/** What the address answers. Never throws; takes 10 s at most over all redirects. */
export async function checkLink(text: string, network: Network = INTERNET, ms = LONGEST_MS): Promise<LinkState> {
  const signal = AbortSignal.timeout(ms);
  let url = checkableUrl(text);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!url) return 'WRONG';
    const answer = await ask(url, network, signal);
    if (typeof answer === 'string') return answer;
    if (answer.location === null) return stateOfStatus(answer.status);
    url = URL.canParse(answer.location, url) ? checkableUrl(new URL(answer.location, url).href) : null;
  }
  return 'REDIRECTS';
}

interface Answer {
  status: number;
  /** where it sends on to; null: nowhere */
  location: string | null;
}

async function ask(url: URL, network: Network, signal: AbortSignal): Promise<Answer | LinkState> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  let addresses: string[];
  try {
    addresses = isIP(host) ? [host] : await inTime(network.resolve(host), signal);
  } catch {
    return signal.aborted ? 'UNREACHABLE' : 'UNKNOWN_HOST';
  }
  const [address] = addresses;
  if (address === undefined) return 'UNKNOWN_HOST';
  if (!addresses.every(isPublicAddress)) return 'PRIVATE';
  try {
    return await headersOf(url, network.route(address), signal);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return /CERT|SIGNATURE|ALTNAME|ERR_TLS|ERR_SSL/.test(code) ? 'CERTIFICATE' : 'UNREACHABLE';
  }
}

function headersOf(url: URL, address: string, signal: AbortSignal): Promise<Answer> {
  const pinned: LookupFunction = (_host, { all }, give) => {
    const family = isIP(address);
    if (all) give(null, [{ address, family }]);
    else give(null, address, family);
  };
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // an address in the place of a name is never looked up: it goes where it was looked at as well
    const place = isIP(url.hostname) ? { host: address } : { lookup: pinned };
    const headers = { 'user-agent': 'moc-portal link check', accept: '*/*', host: url.host };
    const call = open(url, { method: 'GET', agent: false, signal, headers, ...place }, (answer) => {
      const { statusCode: status = 0, headers: told } = answer;
      answer.destroy();
      const redirects = [301, 302, 303, 307, 308].includes(status) && told.location !== undefined;
      resolve({ status, location: redirects ? (told.location ?? null) : null });
    });
    call.on('error', reject);
    call.end();
  });
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason);
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
