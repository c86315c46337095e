import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { RequestKind } from '../types';

/** One request, read to its end, and the way to answer it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Came over TLS. */
  readonly isSecure: boolean;
  readonly method: string;
  /** Without port, lower case. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly queryText: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: string;
  /** What the answering part says this request was. */
  kind: RequestKind;
}

/** Reads a request whole; bodies over 1 MB are cut off, the site's own are far smaller. */
export async function createExchange(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'unknown'}`);
  return {
    request,
    response,
    isSecure: request.socket instanceof TLSSocket,
    method: request.method ?? 'GET',
    host: url.hostname.toLowerCase(),
    path: url.pathname,
    query: url.searchParams,
    queryText: url.search,
    cookies: parseCookies(request.headers.cookie),
    body: await readBody(request),
    kind: 'other',
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= 1_000_000) parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Parts are sent one after another, without a length ahead. */
  readonly body?: string | Buffer | Iterable<Buffer>;
  /** Nothing is sent, ever: the connection stays open until one side closes it. */
  readonly isNever?: boolean;
}

export function send(exchange: Exchange, answer: Answer): void {
  if (answer.isNever === true) return;
  const { response } = exchange;
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  if (typeof answer.body === 'object' && !Buffer.isBuffer(answer.body)) {
    response.writeHead(answer.status);
    Readable.from(answer.body).pipe(response);
    return;
  }
  const body = Buffer.from(answer.body ?? '');
  response.setHeader('content-length', String(body.length));
  response.writeHead(answer.status);
  response.end(exchange.method === 'HEAD' ? undefined : body);
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store' } };
}
