/** Reads of the API by address, through the route handlers themselves. */
import type { Viewer } from '@/lib/access/viewer';
import { callAs } from './api-calls';
import { type Door, everyDoor } from './route-files';

/** What an address under /api/v1 answers to this viewer; throws on anything but 200. */
export type ApiReader = (address: string) => Promise<Record<string, unknown>>;

/** Each address is asked once: a list stays as it was, however many figures are counted from it. */
export async function apiReader(viewer: Viewer): Promise<ApiReader> {
  const doors = (await everyDoor()).filter(({ method }) => method === 'GET');
  const known = new Map<string, Promise<Record<string, unknown>>>();
  return (address) => {
    const asked = known.get(address) ?? ask(viewer, doors, address);
    known.set(address, asked);
    return asked;
  };
}

async function ask(viewer: Viewer, doors: readonly Door[], address: string): Promise<Record<string, unknown>> {
  const [path = '', query = ''] = address.split('?');
  const door = doors.find((one) => matches(one.path, path));
  if (!door) throw new Error(`no address ${path}`);
  const answer = await callAs(viewer, door.handler, { params: paramsOf(door.path, path), query: query && `?${query}` });
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

const segments = (path: string) => path.split('/').filter(Boolean);

function matches(pattern: string, path: string): boolean {
  const [parts, asked] = [segments(pattern), segments(path)];
  return parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at]);
}

function paramsOf(pattern: string, path: string): Record<string, string> {
  const asked = segments(path);
  return Object.fromEntries(
    segments(pattern).flatMap((part, at) => (part.startsWith('{') ? [[part.slice(1, -1), asked[at] ?? '']] : [])),
  );
}
