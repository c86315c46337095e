import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeScope {
  axe: {
    run(): Promise<{
      violations: { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] }[];
    }>;
  };
}

/**
 * What axe finds serious or critical in a page, whether anything is wider than the window, and buttons whose words stand
 * in more than one line; empty when all is well.
 */
export async function checkLooks(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as AxeScope).axe.run();
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
      );
  });
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`wider than the window: ${scrollWidth} of ${clientWidth}`] : [];
  });
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('.button')].flatMap((button) => {
      const words = document.createRange();
      words.selectNodeContents(button);
      const heights = [...words.getClientRects()].map(({ top, bottom }) => [top, bottom] as const);
      const isBroken = heights.some(([top]) => heights.some(([, bottom]) => bottom <= top));
      return isBroken ? [`in more than one line: ${button.textContent}`] : [];
    }),
  );
  return [...violations, ...overflow, ...broken];
}
