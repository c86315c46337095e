import type { AccountList } from '../../model/accounts/account-list';

/** What the user calls their saved accounts, by the site's id; nothing while they are not read, or are locked. */
export const toAccountNames = (list: AccountList | undefined): ReadonlyMap<string, string> =>
  new Map((list?.accounts ?? []).map(({ userId, name }) => [userId, name]));
