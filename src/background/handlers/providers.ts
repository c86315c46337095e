import type { Handlers } from '../../messaging/contract';
import type { providerCalls } from '../../messaging/ui-to-background/provider-calls';
import { AppError } from '../../model/errors';

/** Replaced by the real handlers when the gateway is there. */
export function createProviderHandlers(): Handlers<typeof providerCalls> {
  const refuse = () => Promise.reject(new AppError('no-provider'));
  return new Proxy({} as Handlers<typeof providerCalls>, { get: () => refuse });
}
