import type { Replica } from '../../../replica/types';
import { ask, type Reply } from '../ask';

export interface ProviderReply extends Reply {
  /** The body where it is JSON. */
  readonly json: unknown;
}

export interface ProviderAsk {
  readonly key?: string | undefined;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Params = Readonly<Record<string, string | number>>;

/** A call of TikHub below `/api/v1/xiaohongshu/` (or a whole path), with the key that is valid unless one is given. */
export async function askTikhub(
  replica: Replica,
  path: string,
  params: Params = {},
  options: ProviderAsk = {},
): Promise<ProviderReply> {
  const whole = path.startsWith('/') ? path : `/api/v1/xiaohongshu/${path}`;
  const key = 'key' in options ? options.key : replica.providerKey('tikhub').value;
  const reply = await ask(replica, `https://${options.host ?? 'api.tikhub.io'}${whole}${toQuery(params)}`, {
    headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...options.headers },
  });
  return { ...reply, json: parse(reply) };
}

/** A call of JustOneAPI below `/api/xiaohongshu/`. */
export async function askJustone(
  replica: Replica,
  path: string,
  params: Params = {},
  options: ProviderAsk = {},
): Promise<ProviderReply> {
  const token = 'key' in options ? options.key : replica.providerKey('justoneapi').value;
  const query = toQuery({ ...(token === undefined ? {} : { token }), ...params });
  const reply = await ask(replica, `https://api.justoneapi.com/api/xiaohongshu/${path}${query}`);
  return { ...reply, json: parse(reply) };
}

/** A call of Parse.bot's scraper for the site, or of another one. */
export async function askParsebot(
  replica: Replica,
  path: string,
  params: Params = {},
  options: ProviderAsk & { readonly scraperId?: string; readonly method?: string } = {},
): Promise<ProviderReply> {
  const key = 'key' in options ? options.key : replica.providerKey('parsebot').value;
  const scraperId = options.scraperId ?? '112e2db4-437f-4511-96f5-f0f62d23a010';
  const reply = await ask(replica, `https://api.parse.bot/scraper/${scraperId}/${path}${toQuery(params)}`, {
    headers: { ...(key === undefined ? {} : { 'x-api-key': key }), ...options.headers },
    ...(options.method === undefined ? {} : { method: options.method }),
  });
  return { ...reply, json: parse(reply) };
}

export function toQuery(params: Params): string {
  const query = new URLSearchParams(
    Object.entries(params).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return query.size === 0 ? '' : `?${query.toString()}`;
}

export function parse(reply: Reply): unknown {
  try {
    return JSON.parse(reply.text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A member deep inside a value: `at(body, 'data', 'data', 0, 'id')`; `undefined` where the way ends. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function idsAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  return listAt(value, ...path).map((row) => at(row, 'id'));
}
