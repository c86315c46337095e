import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/messaging/create-client';
import { uiToBackground } from '../../../src/messaging/ui-to-background/schemas';

const contract = {
  'thing.find': { input: z.object({ id: z.string() }), output: z.object({ size: z.number() }) },
  'thing.make': { input: z.object({ id: z.string() }), output: z.object({ size: z.number() }), once: true },
} as const;

/** Answers with these, one after another; an Error is thrown. */
function createSender(...answers: unknown[]) {
  const sent: unknown[] = [];
  const send = (message: unknown) => {
    sent.push(message);
    const answer = answers[sent.length - 1];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { sent, client: createClient(contract, send) };
}

const unheard = new Error('Could not establish connection. Receiving end does not exist.');
const ok = { ok: true, value: { size: 3 } };

describe('a client', () => {
  it('sends the call in its direction and answers the value', async () => {
    const { client, sent } = createSender(ok);
    expect(await client('thing.find', { id: 'a' })).toEqual({ size: 3 });
    expect(sent).toEqual([{ to: 'background', name: 'thing.find', input: { id: 'a' } }]);
  });

  it('throws the reported error, with its details', async () => {
    const error = { code: 'paused', message: 'paused', retryable: true, details: { a: 1 } };
    const { client } = createSender({ ok: false, error });
    await expect(client('thing.find', { id: 'a' })).rejects.toMatchObject({
      name: 'AppError',
      code: 'paused',
      retryable: true,
      details: { a: 1 },
    });
  });

  it.each([
    ['no answer', undefined],
    ['no receiver', unheard],
  ])('asks once more after %s', async (_what, first) => {
    const { client, sent } = createSender(first, ok);
    expect(await client('thing.find', { id: 'a' })).toEqual({ size: 3 });
    expect(sent).toHaveLength(2);
  });

  it('gives up after the second time', async () => {
    const { client, sent } = createSender(unheard, unheard, ok);
    await expect(client('thing.find', { id: 'a' })).rejects.toMatchObject({ code: 'page-not-reached' });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['gave no answer', undefined],
    ['went away', new Error('The message port closed before a response was received.')],
  ])('does not repeat what may be done only once when the receiver %s', async (_what, first) => {
    const { client, sent } = createSender(first, ok);
    await expect(client('thing.make', { id: 'a' })).rejects.toMatchObject({
      code: 'page-not-reached',
      retryable: true,
    });
    expect(sent).toHaveLength(1);
  });

  it('repeats it where nobody has heard it', async () => {
    const { client, sent } = createSender(unheard, ok);
    expect(await client('thing.make', { id: 'a' })).toEqual({ size: 3 });
    expect(sent).toHaveLength(2);
  });

  it('of the background asks once only for what would open, write or pay for something twice', () => {
    const once = Object.entries(uiToBackground).filter(([, entry]) => 'once' in entry);
    expect(once.map(([name]) => name)).toEqual([
      'credential.test',
      'note.enrich',
      'author.enrich',
      'link.resolve',
      'explore.notes',
      'explore.authors',
      'explore.author',
      'explore.topic',
      'job.start',
      'feed.like',
      'feed.favorite',
      'comment.post',
      'comment.reply',
      'comment.like',
      'comment.delete',
      'reply.send-prepared',
      'templates.save',
      'account.save',
      'account.add',
      'account.finish',
      'link.open',
      'export.start',
      'media.start',
      'notes.forget',
      'restore.start',
    ]);
  });

  it('knows that its page is older than the extension', async () => {
    const invalidated = createSender(new Error('Extension context invalidated.'));
    await expect(invalidated.client('thing.find', { id: 'a' })).rejects.toMatchObject({
      code: 'extension-updated',
    });
    const otherShape = createSender({ ok: true, value: { length: 3 } });
    await expect(otherShape.client('thing.find', { id: 'a' })).rejects.toMatchObject({
      code: 'extension-updated',
    });
  });
});
