import { AppError } from '../../model/errors';
import type { OperationInput } from '../../model/providers/operation';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import type { CallTerms } from '../../providers/policies/call';
import { listNotes } from '../../storage/readers/notes/list-notes';
import { doAside } from '../problems/do-aside';
import type { Services } from '../services';
import { forgiveFamily } from './change-memory';
import { listUsedEndpoints, refreshPrices } from './refresh-prices';

type Own = Pick<Services, 'connection' | 'providers' | 'problems' | 'settings'>;

/**
 * Asks the vendor with the cheapest call that proves the key. TikHub tells of the account, at a price it does not name,
 * which the wish to test the key agrees to; the others have no such call, so one that is charged for is made, and only
 * when the user has agreed to it. What the vendor refuses is
 * remembered as the state of the key and no failure here. Answers whether the vendor took the key; `false` too where nobody
 * was asked. `nothing-found`: Parse.bot can only be asked of a person, and none is stored.
 */
export async function testCredential(
  services: Own,
  family: ProviderFamily,
  agreed: boolean,
): Promise<boolean> {
  const terms: CallTerms = { runId: crypto.randomUUID(), agreed, only: family };
  try {
    if (family === 'tikhub') await readBalance(services, { ...terms, agreed: true });
    else if (agreed) await askAnything(services, family, terms);
    else return false;
    return true;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'providers-failed') throw thrown;
    return false;
  }
}

async function readBalance(services: Own, terms: CallTerms): Promise<void> {
  const { gateway, memory } = services.providers;
  const { value, report } = await gateway.call('account.balance', {}, terms);
  await memory.change((before) => {
    const known = before.families.tikhub;
    const hasMoney = (value.amount ?? 0) + (value.freeAmount ?? 0) > 0;
    const isMended = known?.out?.failure.kind === 'balance' && hasMoney;
    const after = isMended ? forgiveFamily(before, 'tikhub') : before;
    const balance = { ...value, at: report.at };
    return { ...after, families: { ...after.families, tikhub: { ...after.families.tikhub, balance } } };
  });
  doAside(services, refreshPrices(services, await listUsedEndpoints(services)));
}

/** The name of the site: a search that everybody can answer. */
const ANY_SEARCH: OperationInput<'search.notes'> = { keyword: '小红书' };

async function askAnything(services: Own, family: ProviderFamily, terms: CallTerms): Promise<void> {
  const { gateway } = services.providers;
  if (family === 'justoneapi') {
    await gateway.call('search.notes', ANY_SEARCH, terms);
    return;
  }
  const notes = await services.connection.read((database) => listNotes(database, { limit: 50 }));
  const known = notes.find(({ author }) => author?.id.kind === 'site')?.author;
  if (!known) throw new AppError('nothing-found');
  await gateway.call('author.profile', { userId: known.id.value }, terms);
}
