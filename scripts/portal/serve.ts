import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
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
  const end = ending(server);
  await listen(server, host, port);
  return {
    async stop() {
      await end();
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

/** Ends a server: connections without a request at once, the others after theirs. */
function ending(server: Server): () => Promise<void> {
  const requests = new Map<Socket, number>();
  let stopping = false;
  server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    requests.set(socket, (requests.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (requests.get(socket) ?? 1) - 1;
      if (requests.has(socket)) requests.set(socket, left);
      if (stopping && left === 0) socket.end();
    });
  });
  return () =>
    new Promise((resolve) => {
      stopping = true;
      const force = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
      for (const [socket, count] of requests) if (count === 0) socket.destroy();
    });
}
