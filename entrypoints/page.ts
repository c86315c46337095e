import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '../src/page/content/start-content';

/** Runs in the isolated world, named by the manifest; without the wrapper that WXT puts around content scripts. */
export default defineUnlistedScript({ globalName: false, main: startContent });
