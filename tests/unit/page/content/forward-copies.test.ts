import { describe, expect, it } from 'vitest';
import { createCopyForwarder } from '../../../../src/page/content/forward-copies';
import type { SendReport } from '../../../../src/page/content/send-report';

const copy = {
  url: 'https://x.test/a',
  status: 200,
  body: '{}',
  requestBody: undefined,
  pageUrl: 'https://x.test/',
};

function createSpy(): { sent: string[]; send: SendReport } {
  const sent: string[] = [];
  const send: SendReport = async (name, input) => {
    sent.push(`${name} ${'body' in input ? input.body : ''}`.trim());
    return undefined;
  };
  return { sent, send };
}

describe('copies on their way to the background', () => {
  it('waits for the word that they are wanted, then sends all in order', () => {
    const { sent, send } = createSpy();
    const forwarder = createCopyForwarder(send);
    forwarder.take({ ...copy, body: '1' });
    forwarder.take({ ...copy, body: '2' });
    expect(sent).toEqual([]);
    forwarder.allow(true);
    forwarder.take({ ...copy, body: '3' });
    expect(sent).toEqual(['capture.report 1', 'capture.report 2', 'capture.report 3']);
  });

  it('drops what was held, and all that follows, where they are not wanted', () => {
    const { sent, send } = createSpy();
    const forwarder = createCopyForwarder(send);
    forwarder.take(copy);
    forwarder.allow(false);
    forwarder.take(copy);
    forwarder.allow(true);
    expect(sent).toEqual([]);
  });

  it('holds no more than 60 copies and 8,000,000 characters', () => {
    const { sent, send } = createSpy();
    const many = createCopyForwarder(send);
    for (let n = 0; n < 100; n += 1) many.take(copy);
    many.allow(true);
    expect(sent).toHaveLength(61);
    const large = createCopyForwarder(send);
    for (let n = 0; n < 3; n += 1) large.take({ ...copy, body: 'x'.repeat(3_000_000) });
    large.allow(true);
    expect(sent).toHaveLength(64);
  });

  it('holds what is small behind what was too large, and has the state read for what it dropped', () => {
    const { sent, send } = createSpy();
    const forwarder = createCopyForwarder(send);
    forwarder.take({ ...copy, body: '1' });
    forwarder.take({ ...copy, body: 'x'.repeat(8_000_000) });
    forwarder.take({ ...copy, body: '2' });
    forwarder.allow(true);
    forwarder.allow(true);
    expect(sent).toEqual(['capture.report 1', 'capture.report 2', 'state.changed']);
  });

  it('has the state read for a body that came before the word and was too large to copy', () => {
    const { sent, send } = createSpy();
    const forwarder = createCopyForwarder(send);
    forwarder.take({ ...copy, body: undefined });
    expect(sent).toEqual([]);
    forwarder.allow(true);
    expect(sent).toEqual(['state.changed']);
  });

  it('says that the state has changed where a body was too large to copy', () => {
    const { sent, send } = createSpy();
    const forwarder = createCopyForwarder(send);
    forwarder.allow(true);
    forwarder.take({ ...copy, body: undefined });
    expect(sent).toEqual(['state.changed']);
  });
});
