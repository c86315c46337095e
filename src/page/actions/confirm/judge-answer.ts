import type { ActionOutcome } from '../../../model/actions/page-action';
import type { ErrorCode } from '../../../model/errors';
import type { PageAction } from '../define-action';
import type { Hands } from '../steps/hands';
import type { SiteAnswer } from './find-answer';
import { toRefusal } from './to-refusal';

/** Business codes that refuse the action alone (site bundle xhs-pc-web 6.12.1, 2026-05). */
const REFUSALS: Readonly<Record<number, ErrorCode>> = {
  [-10000]: 'action-forbidden',
  10001: 'comments-closed',
};

/**
 * What the site's answer says of the action. `undefined`: nothing that can be relied on (no code in it, a failure of the
 * server that may have come after the fact).
 */
export function judgeAnswer(
  action: Pick<PageAction, 'read'>,
  { status, code, value }: SiteAnswer,
  { findSignIn }: Pick<Hands, 'findSignIn'>,
): ActionOutcome | undefined {
  const sign = findSignIn({ status, code });
  if (sign) return toRefusal(sign);
  if (code === undefined || status >= 500) return undefined;
  if (code === 0) return { is: 'done', proof: 'answer', ...action.read?.(value) };
  return { is: 'refused', code: REFUSALS[code] ?? 'action-refused', siteCode: code };
}
