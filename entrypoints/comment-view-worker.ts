import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCommentViewWorker } from '../src/workers/comment-view/start-comment-view-worker';

export default defineUnlistedScript(startCommentViewWorker);
