import { findOwnLogin } from '../accounts/find-own-login';
import type { Services } from '../services';

/** Who is logged in in the browser itself, as the page of the site that was looked at last says it. */
export const findViewer = async (services: Pick<Services, 'tracker'>): Promise<string | undefined> =>
  (await findOwnLogin(services))?.userId;
