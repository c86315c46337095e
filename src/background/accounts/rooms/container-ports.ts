import type { Container } from '../../../platform/logins/containers';
import type { TabFacts } from '../../../platform/tabs';

/** What accounts in containers ask of Firefox. Nothing of it may be called before the user has switched accounts on. */
export interface ContainerPorts {
  /** All of them, the user's own too. */
  list(): Promise<readonly Container[]>;
  /** An empty one; `place` chooses its colour. */
  create(name: string, place: number): Promise<Container>;
  rename(id: string, name: string): Promise<void>;
  /** With its tabs, cookies and storage. One that is gone already is no failure. */
  remove(id: string): Promise<void>;
  /** A small window whose tab stands in the container from the first request on. */
  openWindow(url: string, id: string): Promise<TabFacts | undefined>;
}
