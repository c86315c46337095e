import type { ReplyState } from '../../model/replies/reply-attempt';
import type { IconName } from '../icons/icon-paths';

/** How an order stands, for the eye: of a reply, and of what is done with one press. */
export const ORDER_LOOKS: Readonly<
  Record<
    ReplyState['is'],
    { readonly icon: IconName; readonly tone: 'soft' | 'accent' | 'good' | 'warn' | 'bad' }
  >
> = {
  queued: { icon: 'clock', tone: 'soft' },
  sending: { icon: 'send', tone: 'accent' },
  stopped: { icon: 'pause', tone: 'warn' },
  cancelled: { icon: 'close', tone: 'soft' },
  sent: { icon: 'check', tone: 'good' },
  rehearsed: { icon: 'check', tone: 'soft' },
  uncertain: { icon: 'alert', tone: 'warn' },
  failed: { icon: 'alert', tone: 'bad' },
};
