import { describe, expect, it } from 'vitest';
import { findMode, isQueue } from '../../../../src/model/actions/find-mode';

const OFF = { rehearse: false, sendsQueues: false };
const reply = { action: 'reply', isQueued: true } as const;

describe('how far an attempt is taken', () => {
  it('leaves the last press of a queue of texts to the user until that was switched on', () => {
    expect(findMode('send', reply, OFF)).toBe('assist');
    expect(findMode('send', reply, { ...OFF, sendsQueues: true })).toBe('send');
  });

  it('takes one text, and what says nothing, as far as was asked for', () => {
    expect(findMode('send', { ...reply, isQueued: false }, OFF)).toBe('send');
    expect(findMode('send', { action: 'like', isQueued: true }, OFF)).toBe('send');
    expect(findMode('assist', reply, { ...OFF, sendsQueues: true })).toBe('assist');
  });

  it('rehearses everything where the settings say so', () => {
    const settings = { rehearse: true, sendsQueues: true };
    for (const mode of ['send', 'assist', 'rehearse'] as const)
      expect(findMode(mode, reply, settings)).toBe('rehearse');
  });

  it('calls a queue what gives one account more than one thing to do', () => {
    const targets = [{ viewerId: 'a' }, { viewerId: 'b' }, { viewerId: 'b' }];
    expect(isQueue(targets, 'a')).toBe(false);
    expect(isQueue(targets, 'b')).toBe(true);
  });
});
