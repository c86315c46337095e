import { browser } from 'wxt/browser';

/** Whether this browser has offscreen documents; Firefox has none and needs none (its event page is a document). */
export function hasOffscreen(): boolean {
  return 'offscreen' in browser && browser.offscreen !== undefined;
}

/** Opens the one offscreen document unless it is open. Two callers at once may both try: the second failure is fine. */
export async function openOffscreen(path: string, justification: string): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  try {
    await browser.offscreen.createDocument({ url: path, reasons: ['BLOBS', 'WORKERS'], justification });
  } catch (thrown) {
    if (!(await browser.offscreen.hasDocument())) throw thrown;
  }
}

export async function closeOffscreen(): Promise<void> {
  if (await browser.offscreen.hasDocument()) await browser.offscreen.closeDocument();
}
