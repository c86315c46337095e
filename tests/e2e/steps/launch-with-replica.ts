import { startReplica } from '../../replica/start';
import type { Replica, ReplicaOptions } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { launchChromium } from '../../support/chromium';
import type { ChromiumOptions, RunningChromium } from '../../support/chromium';

export interface Stage {
  readonly replica: Replica;
  readonly chromium: RunningChromium;
  close(): Promise<void>;
}

/** Starts the replica and, on it, Chromium with the built extension, in English and signed in unless said otherwise. */
export async function launchWithReplica(
  options: { replica?: ReplicaOptions; chromium?: Partial<ChromiumOptions> } = {},
): Promise<Stage> {
  const extensionDir = await buildExtension('chrome');
  const replica = await startReplica(options.replica ?? {});
  const chromium = await launchChromium({
    replica,
    extensionDir,
    locale: 'en-US',
    session: 'member',
    ...options.chromium,
  });
  return {
    replica,
    chromium,
    async close() {
      await chromium.close();
      await replica.close();
    },
  };
}
