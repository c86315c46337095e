import type { Page } from 'playwright-core';

/**
 * What is wrong with the frame of a popup: content that does not fill its window, or a head or foot that stays in place
 * and lets what scrolls below it shine through; empty when all is well.
 */
export function checkPopupFrame(popup: Page): Promise<string[]> {
  return popup.evaluate(() => {
    const found: string[] = [];
    const width = document.querySelector('.popup')?.getBoundingClientRect().width;
    if (width !== innerWidth) found.push(`${width} px of ${innerWidth} px are filled`);
    const bars = document.querySelectorAll('.popup > header, .popup > footer');
    if (bars.length !== 2) found.push(`${bars.length} of head and foot are there`);
    for (const bar of bars) {
      const { backgroundColor } = getComputedStyle(bar);
      if (!backgroundColor.startsWith('rgb('))
        found.push(`${bar.className} is not opaque: ${backgroundColor}`);
    }
    return found;
  });
}
