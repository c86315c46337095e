import type { AccountList } from '../../model/accounts/account-list';

/** An account that may act: saved, or the one in the browser. */
export interface Choosable {
  readonly userId: string;
  readonly name: string;
}

/** Who may act now; without a saved account there is nothing to choose. */
export function listChoosable(list: AccountList | undefined, ownName: string): readonly Choosable[] {
  const saved = (list?.accounts ?? []).filter(({ status, isForeign, isGone, userId }) => {
    const isOwn = userId === list?.own?.userId;
    return status === 'active' && (isOwn || !(isForeign || isGone));
  });
  const own = list?.own;
  if (saved.length === 0) return [];
  const isOwnSaved = own === undefined || saved.some(({ userId }) => userId === own.userId);
  return isOwnSaved ? saved : [{ userId: own.userId, name: ownName }, ...saved];
}
