import { createClient } from '../../messaging/create-client';
import { onEvent } from '../../messaging/events';
import { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { toHostPatterns } from '../../model/providers/provider.catalog';
import { describeBrowser } from '../../platform/browser-version';
import { askToKeepStorage } from '../../platform/kept-storage';
import { hasAccess, onAccessGiven, requestAccess } from '../../platform/permissions';
import { knowsContainers } from '../../platform/logins/containers';
import { knowsLoginAccess, requestLoginAccess } from '../../platform/logins/login-access';
import { browserLanguage, extensionVersion, toExtensionUrl } from '../../platform/runtime';
import { saveBlob, saveText } from '../../platform/downloads/save-text';
import { maySendNotices, requestNotices } from '../../platform/surfaces/notifications';
import { openSidePanel } from '../../platform/surfaces/side-panel';
import { findActiveTab, onTabActivated, onTabLoading, openTab, reloadTab } from '../../platform/tabs';
import { createReaders } from '../../storage/readers/create-readers';
import { readSettings, watchSettings } from '../../storage/readers/read-settings';
import type { Ports } from './ports';
import { LOGIN_PATTERNS } from '../../site/logins/login-cookies.catalog';
import { CDN_PATTERNS } from '../../site/media-hosts.catalog';
import { SITE_PATTERNS } from '../../site/site-patterns.catalog';

/** The real world of a page of the extension. */
export function createPorts(): Ports {
  return {
    client: createClient(uiToBackground),
    onEvent,
    readers: createReaders(),
    settings: { read: readSettings, watch: watchSettings },
    tabs: {
      findActive: () => findActiveTab(),
      open: openTab,
      reload: reloadTab,
      onActivated: onTabActivated,
      onLoading: onTabLoading,
    },
    access: {
      has: () => hasAccess(SITE_PATTERNS),
      request: () => requestAccess(SITE_PATTERNS),
      onGiven: onAccessGiven,
    },
    providerAccess: { request: (family) => requestAccess(toHostPatterns(family)) },
    mediaAccess: { request: () => requestAccess(CDN_PATTERNS) },
    loginAccess: {
      isPossible: knowsLoginAccess(),
      hasContainers: knowsContainers(),
      request: () => requestLoginAccess(LOGIN_PATTERNS),
    },
    notices: { has: maySendNotices, request: requestNotices },
    saveText,
    saveBlob,
    askToKeepStorage,
    openPanel: openSidePanel,
    openPage: (page, screen) =>
      openTab(toExtensionUrl(`/${page}.html${screen === undefined ? '' : `#${screen}`}`)),
    closePage: () => window.close(),
    browserLanguage: browserLanguage(),
    version: extensionVersion(),
    browserVersion: describeBrowser(navigator.userAgent),
  };
}
