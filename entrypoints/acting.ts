import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startActing } from '../src/page/content/acting/start-acting';

/** Put into a page's isolated world by the background, when the user acts there. */
export default defineUnlistedScript({ globalName: false, main: startActing });
