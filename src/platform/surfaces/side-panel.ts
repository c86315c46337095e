import { browser } from 'wxt/browser';

/** Firefox's sidebar; absent in Chromium, and not in the types, which are Chromium's. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the side panel of the window. Must be the first statement in answer to a gesture: Firefox refuses after any
 * `await` ("may only be called from a user input handler", measured, Firefox 153).
 */
export function openSidePanel(windowId: number): Promise<void> {
  const sidebar = (browser as { sidebarAction?: SidebarAction }).sidebarAction;
  return sidebar ? sidebar.open() : browser.sidePanel.open({ windowId });
}
