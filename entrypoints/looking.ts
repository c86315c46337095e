import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLooking } from '../src/page/content/looking/start-looking';

/** Put into a page's isolated world by the background, when it wants to know what the page looks like. */
export default defineUnlistedScript({ globalName: false, main: startLooking });
