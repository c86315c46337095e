import type { NoteSighting } from '../../../src/model/note';
import type { ProviderSettings } from '../../../src/model/providers/provider-settings';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import { toExactCount } from '../../../src/model/values/count';
import type { Provider } from '../../../src/providers/provider';
import { createConnection } from '../../../src/storage/database';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import { NOTE_ID } from '../../support/background/invented-note';
import { createFakeSeries, detailSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';

export const COUNTS = {
  likes: toExactCount(120),
  collects: toExactCount(30),
  comments: toExactCount(86),
  shares: toExactCount(4),
};
/** A note of which nothing is missing. */
export const FULL: NoteSighting = {
  ...noteOf(NOTE_ID, { place: '上海', text: 'told', publishedAt: 5 }),
  counts: COUNTS,
};
export const V2 = '/tikhub-app-v2/detail';
export const JUST = '/justoneapi/detail';

/** A background with keys of three invented vendors, at known prices. */
export async function start(
  answer: (url: URL, times: number) => FakeAnswer | Promise<FakeAnswer> = () => ({ payload: { note: FULL } }),
  settings: Partial<ProviderSettings> = {},
  connection = createConnection(`enriching-${crypto.randomUUID()}`),
  first: Provider = detailSeries('tikhub-app-v2'),
) {
  const profile = createFakeSeries('parsebot', {
    'author.profile': [fakeEndpoint('author.profile', '/profile')],
  });
  const background = await startBackgroundUnderTest({
    connection,
    providers: { series: [first, detailSeries('justoneapi'), profile], answer },
  });
  const providers = {
    ...DEFAULT_SETTINGS.providers,
    enteredPrices: {
      tikhub: { currency: 'USD', amount: 0.01 },
      justoneapi: { currency: 'CNY', amount: 0.1 },
    },
    ...settings,
  };
  await background.call('settings.change', { patch: { providers } });
  for (const family of ['tikhub', 'justoneapi', 'parsebot']) {
    await background.call('credential.save', { family, key: `${family}-key`, region: 'world' });
  }
  return background;
}
export type Background = Awaited<ReturnType<typeof start>>;
export const enrich = (background: Background, agreed = true) =>
  background.call('note.enrich', { noteId: NOTE_ID, agreed });
export const paths = ({ line }: Background) => line.sent.map(({ url }) => new URL(url).pathname);
