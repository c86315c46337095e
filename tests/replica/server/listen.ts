import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Certificate } from './certificate';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const TLS_HANDSHAKE = 0x16;

/**
 * One port for both: a connection whose first byte is a TLS handshake is served as HTTPS, any other as plain HTTP
 * (addresses of pictures are `http:` on the site, and a browser maps host and port by one rule).
 */
export async function listen(
  port: number,
  certificate: Certificate,
  listener: RequestListener,
): Promise<Listening> {
  const https = createHttpsServer({ key: certificate.key, cert: certificate.cert }, listener);
  const http = createHttpServer(listener);
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  https.on('tlsClientError', (_error, socket) => socket.destroy());
  await bind(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => shut(server, sockets),
  };
}

export function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

export function shut(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

/** Runs an async listener; what it throws becomes a 500 that says so, and a line on the console. */
export function toListener(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): RequestListener {
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(
        `replica: ${request.method ?? ''} ${request.headers.host ?? ''}${request.url ?? ''}`,
        error,
      );
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('the replica failed, see its console');
    });
  };
}
