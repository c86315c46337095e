import { expect, it, test } from 'vitest';
import { findSecrets } from '../../support/find-secrets';

const KEY = 'q7+Zk/3mPw9xTb4LrV8sYd2NcH6';
const find = (text: string, value = KEY) => findSecrets([{ where: 'x', text }], [{ name: 'key', value }]);

it.each([
  ['the whole', `before ${KEY} behind`],
  ['its beginning', `…${KEY.slice(0, 10)}…`],
  ['its end', KEY.slice(-10)],
  ['fifteen characters out of its middle', `x${KEY.slice(6, 21)}x`],
  ['percent-encoded', encodeURIComponent(`a=${KEY}`)],
  ['in base64', Buffer.from(KEY).toString('base64')],
  ['in base64 behind one byte', Buffer.from(`x${KEY} and more`).toString('base64')],
  ['in base64 behind two bytes', Buffer.from(`é${KEY} and more`).toString('base64')],
  ['in the base64 of addresses', Buffer.from(`{"key":"${KEY}"}`).toString('base64url')],
])('finds %s', (_name, text) => {
  expect(find(text)).toEqual(['key in x']);
});

test('the last four characters, as pages show them, and other texts tell nothing', () => {
  expect(find(`••••${KEY.slice(-4)}`)).toEqual([]);
  expect(find(KEY.split('').reverse().join(''))).toEqual([]);
  expect(find('')).toEqual([]);
});

test('a short one is looked for as a whole', () => {
  expect(find('it was sesame!', 'sesame')).toEqual(['key in x']);
  expect(find('sesam', 'sesame')).toEqual([]);
});

test('each secret is named once for each place', () => {
  const said = [
    { where: 'a', text: `${KEY} ${KEY}` },
    { where: 'b', text: 'nothing' },
    { where: 'a', text: KEY },
  ];
  const secrets = [
    { name: 'key', value: KEY },
    { name: 'other', value: '0123456789abcdef' },
  ];
  expect(findSecrets(said, secrets)).toEqual(['key in a']);
});
