import type { BackgroundToContent } from '../messaging/background-to-content/types';
import type { EventName } from '../messaging/background-to-ui/schemas';
import type { EventPayload } from '../messaging/events';
import type { ExportState, FileRequest } from '../model/export';
import type { Settings } from '../model/settings';
import type { Badge } from '../platform/surfaces/action-badge';
import type { BrowserNotice } from '../platform/surfaces/notifications';
import type { TabFacts } from '../platform/tabs';
import type { DatabaseConnection } from '../storage/database';
import type { LoginPorts } from './accounts/login-ports';
import type { TabTracker } from './pages/tab-tracker';
import type { Engine } from '../jobs/engine/engine';
import type { ProviderServices } from './providers/create-provider-services';
import type { Problems } from './problems/create-problems';

/** Writes exports; made in `exports/`. */
export interface Exports {
  start(request: FileRequest, exportId?: string): Promise<ExportState>;
  startUnseen(request: FileRequest): Promise<ExportState>;
  cancel(exportId: string): Promise<void>;
  dropAll(): Promise<void>;
  forgetNotes(noteIds: readonly string[]): Promise<void>;
  list(): Promise<ExportState[]>;
}

/** Calls the content script of a tab; see `pages/ask-page`. */
export type AskPage = <Name extends keyof BackgroundToContent>(
  tabId: number,
  name: Name,
  input: BackgroundToContent[Name]['input'],
) => Promise<void>;

/** What the handlers work with: everything that reaches outside is handed in, so that tests can stand in for it. */
export interface Services {
  readonly connection: DatabaseConnection;
  readonly tracker: TabTracker;
  readonly exports: Exports;
  readonly problems: Problems;
  readonly providers: ProviderServices;
  readonly jobs: Engine;
  readonly now: () => number;
  readonly settings: () => Promise<Settings>;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => Promise<void>;
  readonly askPage: AskPage;
  /** The live state of one note in a tab, as JSON text; `undefined` when the page has none of it. */
  readonly readLive: (tabId: number, noteId: string) => Promise<string | undefined>;
  /** The tab, or `undefined` when it is gone. */
  readonly findTab: (tabId: number) => Promise<TabFacts | undefined>;
  /** Open tabs of the site, as far as the browser lets us see them. */
  readonly findSiteTabs: () => Promise<readonly Pick<TabFacts, 'tabId' | 'url'>[]>;
  /** Puts into a tab the scripts that answer this call. */
  readonly injectContent: (tabId: number, name: keyof BackgroundToContent) => Promise<void>;
  /** Windows of the site that are opened for acting. */
  readonly windows: {
    open(url: string): Promise<TabFacts | undefined>;
    close(tabId: number): Promise<void>;
    /** Loads a tab anew from the site, whatever the browser has kept of its page. */
    renew(tabId: number): Promise<void>;
  };
  /** The browser's own login, and tabs under saved ones. */
  readonly logins: LoginPorts;
  /** A message of the browser's own; nothing where it does not let us. */
  readonly sendNotice: (notice: BrowserNotice) => Promise<void>;
  readonly showBadge: (tabId: number, badge: Badge) => Promise<void>;
  /** Removes a backup that was being written inside the browser. */
  readonly dropBackupFile: () => Promise<void>;
  readonly measureDisk: () => Promise<{ usedBytes: number | null; persisted: boolean }>;
}
