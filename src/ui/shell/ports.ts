import type { Client } from '../../messaging/create-client';
import type { EventName } from '../../messaging/background-to-ui/schemas';
import type { EventPayload } from '../../messaging/events';
import type { UiToBackground } from '../../messaging/ui-to-background/schemas';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import type { Settings } from '../../model/settings';
import type { TabFacts } from '../../platform/tabs';
import type { Readers } from '../../storage/readers/create-readers';

/** What a page of the extension uses of the world outside itself; tests hand in their own. */
export interface Ports {
  readonly client: Client<UiToBackground>;
  readonly onEvent: <Name extends EventName>(
    name: Name,
    listener: (payload: EventPayload<Name>) => void,
    signal: AbortSignal,
  ) => void;
  readonly readers: Readers;
  readonly settings: {
    read(): Promise<Settings>;
    watch(listener: (settings: Settings) => void, signal: AbortSignal): void;
  };
  readonly tabs: {
    /** The tab in front in the window of this page. */
    findActive(): Promise<TabFacts | undefined>;
    open(url: string): Promise<unknown>;
    reload(tabId: number): Promise<unknown>;
    /** Another tab of any window came to the front. */
    onActivated(listener: (tab: { tabId: number; windowId: number }) => void, signal: AbortSignal): void;
    /** A tab went to another address or finished loading. */
    onLoading(
      listener: (tab: { tabId: number; status: string | undefined }) => void,
      signal: AbortSignal,
    ): void;
  };
  readonly access: {
    /** Whether the browser lets us on the site's hosts now. */
    has(): Promise<boolean>;
    /** Asks for it. The first statement of a click. */
    request(): Promise<boolean>;
    onGiven(listener: () => void, signal: AbortSignal): void;
  };
  /** The hosts of providers, which no page of the site needs. */
  readonly providerAccess: {
    /** Asks for a family's hosts. The first statement of a click. */
    request(family: ProviderFamily): Promise<boolean>;
  };
  /** The CDN of pictures and video. */
  readonly mediaAccess: {
    /** Asks for it; where it was given before, nobody is asked. The first statement of a click. */
    request(): Promise<boolean>;
  };
  /** Cookies of the site, and logins of single tabs. */
  readonly loginAccess: {
    /** Whether this browser knows how; else nothing of it is shown. */
    readonly isPossible: boolean;
    /** Firefox: each login stands in a container of its own, and none of its cookies is saved. */
    readonly hasContainers: boolean;
    /** Asks for it. The first statement of a click. */
    request(): Promise<boolean>;
  };
  /** Messages of the browser's own. */
  readonly notices: {
    has(): Promise<boolean>;
    /** Asks for leave to show them. The first statement of a click. */
    request(): Promise<boolean>;
  };
  /** Puts a text into the user's downloads and answers the name it really got there. */
  saveText(file: {
    readonly fileName: string;
    readonly mimeType: string;
    readonly text: string;
  }): Promise<string>;
  /** The same for a file that is there already, inside the browser. */
  saveBlob(file: { readonly fileName: string; readonly blob: Blob }): Promise<string>;
  /** Asks the browser not to clear what is stored by itself; whether it promises that. */
  askToKeepStorage(): Promise<boolean>;
  /** The first statement of a click. */
  openPanel(windowId: number): Promise<void>;
  /** Opens one of the extension's own pages in a tab, at one of its screens when that is named. */
  openPage(page: 'welcome' | 'options' | 'library', screen?: string): Promise<unknown>;
  closePage(): void;
  readonly browserLanguage: string;
  readonly version: string;
  /** Name and main version of the browser. */
  readonly browserVersion: string;
}
