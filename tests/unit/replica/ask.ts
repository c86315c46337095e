import { request as askPlain, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as askSecurely } from 'node:https';
import type { Replica, SessionName } from '../../replica/types';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly session?: SessionName;
}

/** Asks the replica for a URL of its world as a browser would that resolves all hosts to it. Redirects are not followed. */
export function ask(replica: Replica, url: string, options: Ask = {}): Promise<Reply> {
  const { protocol, hostname, pathname, search } = new URL(url);
  const cookie = options.session === undefined ? {} : { cookie: cookieHeader(replica, options.session) };
  const request: RequestOptions = {
    host: '127.0.0.1',
    port: replica.port,
    path: pathname + search,
    method: options.method ?? 'GET',
    headers: { host: hostname, ...cookie, ...options.headers },
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const send = protocol === 'http:' ? askPlain : askSecurely;
    const outgoing = send({ ...request, servername: hostname, rejectUnauthorized: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

export function cookieHeader(replica: Replica, session: SessionName): string {
  return replica
    .cookiesOf(session)
    .filter((cookie) => cookie.domain === '.xiaohongshu.com')
    .map((cookie) => `${cookie.name}=${cookie.value}`)
    .join('; ');
}

export interface Envelope {
  readonly code: number;
  readonly success: boolean;
  readonly msg: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A signed API call as the page's client makes it; `input` makes it a POST. */
export async function callApi(
  replica: Replica,
  path: string,
  options: Ask & { input?: unknown } = {},
): Promise<Reply & { envelope: Envelope }> {
  const post = options.input === undefined ? {} : { method: 'POST', body: JSON.stringify(options.input) };
  const reply = await ask(replica, `https://edith.xiaohongshu.com${path}`, {
    ...options,
    ...post,
    headers: {
      'x-s': 'XYS_test',
      'x-t': String(Date.now()),
      origin: 'https://www.xiaohongshu.com',
      'content-type': 'application/json',
      ...options.headers,
    },
  });
  return { ...reply, envelope: parseEnvelope(reply.text) };
}

function parseEnvelope(text: string): Envelope {
  try {
    return JSON.parse(text) as Envelope;
  } catch (error) {
    if (error instanceof SyntaxError)
      return { code: NaN, success: false, msg: `not JSON: ${text.slice(0, 60)}`, data: {} };
    throw error;
  }
}

export interface CommentRow {
  readonly id: string;
  readonly note_id: string;
  readonly content: string;
  readonly sub_comment_count?: string;
  readonly sub_comment_cursor?: string;
  readonly sub_comment_has_more?: boolean;
  readonly sub_comments?: readonly CommentRow[];
}

export interface CommentPage {
  readonly comments: readonly CommentRow[];
  readonly cursor: string;
  readonly has_more: boolean;
  readonly user_id: string;
}

/** One page of comments, with a token issued for the call unless one is given. */
export async function readCommentPage(
  replica: Replica,
  noteId: string,
  options: Ask & { cursor?: string; token?: string; root?: string } = {},
): Promise<Reply & { envelope: Envelope; page: CommentPage }> {
  const query = new URLSearchParams({
    note_id: noteId,
    cursor: options.cursor ?? '',
    top_comment_id: '',
    image_formats: 'jpg,webp,avif',
    xsec_token: options.token ?? replica.issueToken(noteId),
    ...(options.root === undefined ? {} : { root_comment_id: options.root, num: '10' }),
  });
  const path = options.root === undefined ? 'comment/page' : 'comment/sub/page';
  const reply = await callApi(replica, `/api/sns/web/v2/${path}?${query.toString()}`, {
    session: 'member',
    ...options,
  });
  return { ...reply, page: reply.envelope.data as unknown as CommentPage };
}
