import * as z from 'zod/mini';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { serve } from '../../../src/messaging/serve';
import type { Guard } from '../../../src/messaging/guards';
import { AppError } from '../../../src/model/errors';

const contract = {
  'thing.double': { input: z.object({ size: z.number() }), output: z.number() },
} as const;
const allowAll: Guard = () => ({ tabId: 5, windowId: 1, url: 'https://www.xiaohongshu.com/' });

async function send(message: unknown): Promise<unknown[]> {
  const trigger = fakeBrowser.runtime.onMessage.trigger as (...args: unknown[]) => Promise<unknown[]>;
  return (await trigger(message, {})).filter((answer) => answer !== undefined);
}
const call = (input: unknown, changes: object = {}) =>
  send({ to: 'background', name: 'thing.double', input, ...changes });

function serveDouble(handler: (size: number) => Promise<number>, guard = allowAll) {
  const failed: string[] = [];
  serve({
    to: 'background',
    contract,
    handlers: { 'thing.double': ({ size }) => handler(size) },
    guard,
    onFailed: ({ code, details }, name) => failed.push(`${name}: ${code} ${String(details['reason'])}`),
  });
  return failed;
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a served contract', () => {
  it('answers the value of the handler', async () => {
    serveDouble((size) => Promise.resolve(size * 2));
    expect(await call({ size: 4 })).toEqual([{ ok: true, value: 8 }]);
  });

  it('refuses input of another shape, with the place and without the value', async () => {
    serveDouble((size) => Promise.resolve(size));
    const [answer] = await call({ size: 'secret' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', details: { path: 'size' } } });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('refuses a sender the guard does not know, before it looks at the input', async () => {
    let runs = 0;
    serveDouble(
      (size) => Promise.resolve(size + runs++),
      () => undefined,
    );
    expect(await call({ size: 1 })).toMatchObject([{ ok: false, error: { details: { reason: 'sender' } } }]);
    expect(runs).toBe(0);
  });

  it('leaves calls of other directions and other messages to others', async () => {
    serveDouble((size) => Promise.resolve(size));
    expect(await call({ size: 1 }, { to: 'content' })).toEqual([]);
    expect(await send('text')).toEqual([]);
    expect(await send(null)).toEqual([]);
  });

  it('answers an error by its code, and tells of it once', async () => {
    const failed = serveDouble((size) =>
      Promise.reject(size === 1 ? new AppError('paused') : new TypeError('broken')),
    );
    expect(await call({ size: 1 })).toMatchObject([{ error: { code: 'paused' } }]);
    expect(await call({ size: 2 })).toMatchObject([{ error: { code: 'unexpected' } }]);
    expect(failed).toEqual(['thing.double: paused undefined', 'thing.double: unexpected TypeError: broken']);
  });
});
