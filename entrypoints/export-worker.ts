import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startExportWorker } from '../src/workers/export/start-export-worker';

export default defineUnlistedScript(startExportWorker);
