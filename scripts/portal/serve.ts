import { createServer, type Server } from 'node:http';
import next from 'next';
import { provideBuild } from '../../lib/env';
import { listenFault } from './running';

/** How long requests under way may take when the portal is asked to stop. */
const FINISH_WITHIN_MS = 10_000;

export interface RunningServer {
  /** takes no new requests, lets those under way finish, then ends */
  stop(): Promise<void>;
}

/** Serves a production build in this process. Throws CommandFault when the port cannot be opened. */
export async function serve(root: string, build: string, host: string, port: number): Promise<RunningServer> {
  provideBuild(build);
  const app = next({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500).end();
      else response.destroy();
    });
  });
  // Twenty megabytes over a slow line take minutes; headers never do. Longer than a proxy keeps its idle connections.
  server.requestTimeout = 15 * 60_000;
  server.headersTimeout = 30_000;
  server.keepAliveTimeout = 75_000;
  await listen(server, host, port);
  return {
    async stop() {
      await finish(server);
      await app.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, host, port)));
    server.listen({ host, port, exclusive: true }, resolve);
  });
}

function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
