import { request as forward, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { findHostRole } from './hosts';
import { bind, type Listening, shut } from './listen';

/**
 * A proxy that knows this world only (Firefox has no rules for resolving hosts): CONNECT and plain requests for its
 * hosts go to the replica's port, everything else is answered 502, so that the browser's own calls end here.
 */
export async function startProxy(port: number, targetPort: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    forwardPlain(request, response, targetPort);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, clientSocket, head) => {
    const client = clientSocket as Socket;
    client.on('error', () => client.destroy());
    const host = (request.url ?? '').replace(/:\d+$/, '').toLowerCase();
    if (findHostRole(host) === undefined) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await bind(server, port);
  return { port: (server.address() as AddressInfo).port, close: () => shut(server, sockets) };
}

function forwardPlain(request: IncomingMessage, response: ServerResponse, targetPort: number): void {
  const asked = request.url ?? '';
  const url = URL.canParse(asked) ? new URL(asked) : undefined;
  if (url === undefined || findHostRole(url.hostname) === undefined) {
    response.writeHead(502).end();
    return;
  }
  const upstream = forward(
    {
      host: '127.0.0.1',
      port: targetPort,
      method: request.method,
      path: url.pathname + url.search,
      headers: { ...request.headers, host: url.host },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  upstream.on('error', () => response.writeHead(502).end());
  request.pipe(upstream);
}
