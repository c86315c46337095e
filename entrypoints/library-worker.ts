import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLibraryWorker } from '../src/workers/library/start-library-worker';

export default defineUnlistedScript(startLibraryWorker);
