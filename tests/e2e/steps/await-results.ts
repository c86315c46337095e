import type { RunningChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';
import { demandOfBackground } from './ask-background';

/** What an order came to for one account. */
export interface AccountResult {
  readonly account: string;
  readonly success: boolean;
  readonly error?: string;
}

/** Orders something of so many accounts, and waits for what each came to. */
export async function awaitResults(
  { extension }: Pick<RunningChromium, 'extension'>,
  name: string,
  wanted: object,
  count: number,
): Promise<AccountResult[]> {
  const { evaluate } = extension;
  const { jobId } = await demandOfBackground<{ jobId: string }>(evaluate, name, wanted);
  return waitFor(
    async () => {
      const found = await demandOfBackground<AccountResult[] | null>(evaluate, 'action.results', { jobId });
      return found?.length === count ? found : undefined;
    },
    { what: `${count} results`, timeoutMs: 90_000, everyMs: 300 },
  );
}
