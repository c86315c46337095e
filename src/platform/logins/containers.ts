import { browser } from 'wxt/browser';
import { closeTab } from '../tabs';

/** A container of Firefox: cookies, storage and caches of its own for the tabs that stand in it. */
export interface Container {
  /** Firefox's `cookieStoreId`; it is not given a second time. */
  readonly id: string;
  readonly name: string;
}

interface Identity {
  readonly cookieStoreId: string;
  readonly name: string;
}

interface ContextualIdentities {
  query(details: object): Promise<Identity[]>;
  create(details: { name: string; color: string; icon: string }): Promise<Identity>;
  update(cookieStoreId: string, details: { name: string }): Promise<Identity>;
  remove(cookieStoreId: string): Promise<Identity>;
  readonly onRemoved: { addListener(listener: () => void): void };
}

/** Firefox's colours of containers (MDN, contextualIdentities, 2026), in an order in which neighbours differ. */
const COLORS = ['red', 'blue', 'green', 'purple', 'orange', 'turquoise', 'pink', 'yellow'] as const;

const identities = (): ContextualIdentities | undefined =>
  (browser as unknown as { contextualIdentities?: ContextualIdentities }).contextualIdentities;

const getIdentities = (): ContextualIdentities => {
  const known = identities();
  if (!known) throw new Error('this browser has no containers');
  return known;
};

/** Whether this browser has containers, and this build may use them: the interface is there with the permission only. */
export const knowsContainers = (): boolean => identities() !== undefined;

const toContainer = ({ cookieStoreId, name }: Identity): Container => ({ id: cookieStoreId, name });

/** A container was removed, by us or by the user in Firefox's own settings; never where there are none. */
export const onContainerRemoved = (listener: () => void): void =>
  identities()?.onRemoved.addListener(() => listener());

/** All of them, the user's own too. Fails where the user has switched containers off. */
export const listContainers = async (): Promise<Container[]> =>
  (await getIdentities().query({})).map(toContainer);

/** Makes an empty one. `place`: how many there are, so that each next one has another colour. */
export async function createContainer(name: string, place: number): Promise<Container> {
  const color = COLORS[place % COLORS.length] ?? COLORS[0];
  return toContainer(await getIdentities().create({ name, color, icon: 'fingerprint' }));
}

export async function renameContainer(id: string, name: string): Promise<void> {
  await getIdentities().update(id, { name });
}

/**
 * Removes a container with everything in it. Its tabs go first: Firefox leaves them open otherwise (measured, Firefox
 * 153). One that is gone already is no failure.
 */
export async function removeContainer(id: string): Promise<void> {
  if (!(await listContainers()).some((one) => one.id === id)) return;
  const query = browser.tabs.query as unknown as (details: object) => Promise<{ id?: number }[]>;
  for (const tab of await query({ cookieStoreId: id })) if (tab.id !== undefined) await closeTab(tab.id);
  await getIdentities().remove(id);
}
