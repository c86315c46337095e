import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startObserver } from '../src/page/observer/start-observer';

/** Runs in the page's own world, named by the manifest; it must leave no global there. */
export default defineUnlistedScript({ globalName: false, main: startObserver });
