import { buildExtension } from '../../support/built-extension';
import { withProviderAccess } from '../../support/with-provider-access';
import { launchWithReplica } from './launch-with-replica';
import type { Stage } from './launch-with-replica';

/** As `launchWithReplica`, with an extension that the browser lets on to the providers' hosts. */
export async function launchWithProviders(
  options: Parameters<typeof launchWithReplica>[0] = {},
): Promise<Stage> {
  const extension = withProviderAccess(await buildExtension('chrome'));
  const stage = await launchWithReplica({
    ...options,
    chromium: { ...options.chromium, extensionDir: extension.dir },
  });
  return {
    ...stage,
    async close() {
      await stage.close();
      extension.remove();
    },
  };
}
