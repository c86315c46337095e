import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLoading } from '../src/page/content/loading/start-loading';

/** Put into a page's isolated world by the background, when comments are to be loaded there. */
export default defineUnlistedScript({ globalName: false, main: startLoading });
