import { isExtensionAlive } from '../../platform/page-runtime';
import type { CopiedResponse } from '../bridge/copied-response';
import type { Life } from './content-life';
import type { PageSigns } from './looking/page-signs';
import type { SendReport } from './send-report';

/** What the scripts of this extension share in a page, in the isolated world, where the page cannot see it. */
export interface ContentHome {
  readonly life: Life;
  readonly send: SendReport;
  /** The background's word: captures are wanted, or not. */
  readonly allow: (isAllowed: boolean) => void;
  /** Whether responses are copied; not in a page that was open before the extension was there. */
  readonly isLinked: () => boolean;
  /** Looks whether the page has moved or come back, and has it reported; for who sees signs of that elsewhere, too. */
  readonly onPageEvent: (event?: Event) => void;
  /** The inline state of this document has been sent. */
  hasSentState: boolean;
  /** When the page last moved to another address. */
  movedAt?: number;
  /** Reports the page in full after it moved or came back; put there by the script that looks at the DOM. */
  look?: () => void;
  /** Put there by the script that looks at the DOM, for those that come after it. */
  signs?: PageSigns;
  /** Told after each copied response: what the page draws with it may be worth another look. */
  onCopied?: () => void;
  /** Sees each copied response too; put there by the scripts that load comments and that act. */
  notice?: (copy: CopiedResponse) => void;
  /** True when the script that loads comments has been put into the page. */
  canLoad?: boolean;
  /** The same of the script that acts. */
  canAct?: boolean;
}

interface ContentScope {
  hongshuCompanion?: ContentHome;
}

/** What the script that lives in this page keeps for others, if any lives. */
export function findContentHome(): ContentHome | undefined {
  const home = (globalThis as ContentScope).hongshuCompanion;
  return home && !home.life.isOver && isExtensionAlive() ? home : undefined;
}

/** Has one more script see each copied response. */
export function alsoNotice(home: ContentHome, notice: (copy: CopiedResponse) => void): void {
  const others = home.notice;
  home.notice = (copy) => {
    others?.(copy);
    notice(copy);
  };
}

/** Marks the calling script as the one that lives. */
export function keepContentHome(home: ContentHome): void {
  (globalThis as ContentScope).hongshuCompanion = home;
}
