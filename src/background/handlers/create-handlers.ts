import type { Handlers } from '../../messaging/contract';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import type { Services } from '../services';
import { createAccountHandlers } from '../accounts/create-account-handlers';
import { createActingHandlers } from '../acting/create-acting-handlers';
import { createReplyHandlers } from '../acting/create-reply-handlers';
import { createActionReportHandlers } from '../acting/create-action-report-handlers';
import { createCaptureHandlers } from './captures';
import { createExportHandlers } from './exports';
import { createLibraryHandlers } from './library';
import { createJobHandlers } from '../jobs/job-handlers';
import { createLoadingHandlers, createLoadingReportHandlers } from './loading';
import { createPageReportHandlers } from './page-reports';
import { createPageHandlers } from './pages';
import { createProblemHandlers } from './problems';
import { createProviderHandlers } from './providers';
import { createRestoreHandlers } from '../restore/create-restore-handlers';
import { createSettingsHandlers } from './settings';
import { createTemplateHandlers } from '../templates/create-template-handlers';
import { createStoredHandlers } from './stored';

/** What the pages of the extension may ask; the compiler says which entry has no handler. */
export function createUiHandlers(
  services: Services,
  outside: { readonly hasAccess: () => Promise<boolean>; readonly createMenus: () => Promise<void> },
): Handlers<typeof uiToBackground> {
  return {
    ...createSettingsHandlers(services, outside.createMenus),
    ...createPageHandlers(services, outside.hasAccess),
    ...createLoadingHandlers(services),
    ...createExportHandlers(services),
    ...createStoredHandlers(services),
    ...createRestoreHandlers(services),
    ...createProblemHandlers(services),
    ...createProviderHandlers(services),
    ...createLibraryHandlers(services),
    ...createJobHandlers(services),
    ...createActingHandlers(services),
    ...createReplyHandlers(services),
    ...createTemplateHandlers(services),
    ...createAccountHandlers(services),
  };
}

/** What the pages of the site may report. */
export function createContentHandlers(services: Services): Handlers<typeof contentToBackground> {
  return {
    ...createPageReportHandlers(services),
    ...createCaptureHandlers(services),
    ...createLoadingReportHandlers(services),
    ...createActionReportHandlers(services),
  };
}
