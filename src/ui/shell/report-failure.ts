import { AppError } from '../../model/errors';
import { describeFailure } from '../../model/problems/describe-failure';
import type { PageName } from '../../model/problems/problem';
import type { Ports } from './ports';

/**
 * Tells the background of an error that nothing in this page caught, so that the diagnostics name it. What the
 * background answered as an error it knows already; a background that cannot be reached is told by the page's own faces.
 */
export function reportFailure(ports: Pick<Ports, 'client'>, page: PageName, thrown: unknown): void {
  // The browser's word for a layout that took two frames; nothing failed.
  if (typeof thrown === 'string' && thrown.startsWith('ResizeObserver loop')) return;
  if (thrown instanceof AppError && !(thrown.cause instanceof Error)) return;
  const failure = describeFailure(thrown instanceof AppError ? thrown.cause : thrown);
  // Nothing is left to tell it to, and a further error would only be reported the same way.
  ports.client('problem.report', { page, failure }).catch(() => undefined);
}
