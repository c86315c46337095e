import { accountsZhCN } from './zh-CN/acting/accounts';
import { containersZhCN } from './zh-CN/acting/containers';
import { commentsZhCN } from './zh-CN/comments';
import { errorsZhCN } from './zh-CN/errors';
import { exportZhCN } from './zh-CN/export';
import { logZhCN } from './zh-CN/acting/log';
import { noticesZhCN } from './zh-CN/acting/notices';
import { paceZhCN } from './zh-CN/acting/pace';
import { templatesZhCN } from './zh-CN/acting/templates';
import { actZhCN } from './zh-CN/library/act';
import { backupZhCN } from './zh-CN/library/backup';
import { spaceZhCN } from './zh-CN/library/space';
import { foundZhCN } from './zh-CN/library/found';
import { notesZhCN } from './zh-CN/library/notes';
import { peopleZhCN } from './zh-CN/library/people';
import { exportingZhCN } from './zh-CN/exports/exporting';
import { filesZhCN } from './zh-CN/exports/files';
import { jobScreenZhCN } from './zh-CN/jobs/screen';
import { jobsZhCN } from './zh-CN/jobs/jobs';
import { collectingZhCN } from './zh-CN/jobs/collecting';
import { watchingZhCN } from './zh-CN/jobs/watching';
import { startingZhCN } from './zh-CN/jobs/starting';
import { mediaZhCN } from './zh-CN/exports/media';
import { noteZhCN } from './zh-CN/note';
import { optionsZhCN } from './zh-CN/options';
import { pageZhCN } from './zh-CN/page';
import { panelZhCN } from './zh-CN/panel';
import { popupZhCN } from './zh-CN/popup';
import { providersZhCN } from './zh-CN/providers/providers';
import { costsZhCN } from './zh-CN/providers/costs';
import { enrichZhCN } from './zh-CN/providers/enrich';
import { exploreZhCN } from './zh-CN/providers/explore';
import { keysZhCN } from './zh-CN/providers/keys';
import { spendingZhCN } from './zh-CN/providers/spending';
import { deedsZhCN } from './zh-CN/acting/deeds';
import { repliesZhCN } from './zh-CN/acting/replies';
import { reportZhCN } from './zh-CN/report';
import { signsZhCN } from './zh-CN/signs';
import { welcomeZhCN } from './zh-CN/welcome';
import { wordsZhCN } from './zh-CN/words';

/** Every text of the product, in Chinese: the source of the keys. One file an area, merged here. */
export const zhCN = {
  ...accountsZhCN,
  ...containersZhCN,
  ...commentsZhCN,
  ...errorsZhCN,
  ...exportZhCN,
  ...peopleZhCN,
  ...exportingZhCN,
  ...filesZhCN,
  ...jobScreenZhCN,
  ...jobsZhCN,
  ...collectingZhCN,
  ...startingZhCN,
  ...watchingZhCN,
  ...mediaZhCN,
  ...noteZhCN,
  ...actZhCN,
  ...logZhCN,
  ...noticesZhCN,
  ...paceZhCN,
  ...templatesZhCN,
  ...backupZhCN,
  ...foundZhCN,
  ...spaceZhCN,
  ...notesZhCN,
  ...optionsZhCN,
  ...pageZhCN,
  ...panelZhCN,
  ...popupZhCN,
  ...providersZhCN,
  ...costsZhCN,
  ...enrichZhCN,
  ...exploreZhCN,
  ...keysZhCN,
  ...spendingZhCN,
  ...deedsZhCN,
  ...repliesZhCN,
  ...reportZhCN,
  ...signsZhCN,
  ...welcomeZhCN,
  ...wordsZhCN,
} as const;
