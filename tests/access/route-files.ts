/** Every address of the API as it really stands: the route files under app/api/v1. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const ROOT = join(process.cwd(), 'app', 'api', 'v1');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export interface Door {
  /** «GET /cards/{id}» */
  name: string;
  method: string;
  /** as OpenAPI writes it: /cards/{id} */
  path: string;
  handler: Handler;
}

/** Every exported method of every route file, by address; [...address] only answers that there is no such address. */
export async function everyDoor(): Promise<Door[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|[\\/])route\.tsx?$/.test(file) && !file.includes('[...'),
  );
  const doors = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ join(ROOT, file));
      const path = `/${relative('.', join(file, '..')).split(sep).join('/')}`.replace(/\[(\w+)\]/g, '{$1}');
      return METHODS.filter((method) => typeof module[method] === 'function').map((method) => ({
        name: `${method} ${path}`,
        method,
        path,
        handler: module[method] as Handler,
      }));
    }),
  );
  return doors.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}
