import { accountsEn } from './en/acting/accounts';
import { containersEn } from './en/acting/containers';
import { commentsEn } from './en/comments';
import { errorsEn } from './en/errors';
import { exportEn } from './en/export';
import { logEn } from './en/acting/log';
import { noticesEn } from './en/acting/notices';
import { paceEn } from './en/acting/pace';
import { templatesEn } from './en/acting/templates';
import { actEn } from './en/library/act';
import { backupEn } from './en/library/backup';
import { spaceEn } from './en/library/space';
import { foundEn } from './en/library/found';
import { notesEn } from './en/library/notes';
import { peopleEn } from './en/library/people';
import { exportingEn } from './en/exports/exporting';
import { filesEn } from './en/exports/files';
import { jobScreenEn } from './en/jobs/screen';
import { jobsEn } from './en/jobs/jobs';
import { collectingEn } from './en/jobs/collecting';
import { watchingEn } from './en/jobs/watching';
import { startingEn } from './en/jobs/starting';
import { mediaEn } from './en/exports/media';
import { noteEn } from './en/note';
import { optionsEn } from './en/options';
import { pageEn } from './en/page';
import { panelEn } from './en/panel';
import { popupEn } from './en/popup';
import { providersEn } from './en/providers/providers';
import { costsEn } from './en/providers/costs';
import { enrichEn } from './en/providers/enrich';
import { exploreEn } from './en/providers/explore';
import { keysEn } from './en/providers/keys';
import { spendingEn } from './en/providers/spending';
import { deedsEn } from './en/acting/deeds';
import { repliesEn } from './en/acting/replies';
import { reportEn } from './en/report';
import { signsEn } from './en/signs';
import { welcomeEn } from './en/welcome';
import { wordsEn } from './en/words';
import type { zhCN } from './zh-CN';

/** English; the compiler says which key is missing. */
export const en: Record<keyof typeof zhCN, string> = {
  ...accountsEn,
  ...containersEn,
  ...commentsEn,
  ...errorsEn,
  ...exportEn,
  ...peopleEn,
  ...exportingEn,
  ...filesEn,
  ...jobScreenEn,
  ...jobsEn,
  ...collectingEn,
  ...startingEn,
  ...watchingEn,
  ...mediaEn,
  ...noteEn,
  ...actEn,
  ...logEn,
  ...noticesEn,
  ...paceEn,
  ...templatesEn,
  ...backupEn,
  ...foundEn,
  ...spaceEn,
  ...notesEn,
  ...optionsEn,
  ...pageEn,
  ...panelEn,
  ...popupEn,
  ...providersEn,
  ...costsEn,
  ...enrichEn,
  ...exploreEn,
  ...keysEn,
  ...spendingEn,
  ...deedsEn,
  ...repliesEn,
  ...reportEn,
  ...signsEn,
  ...welcomeEn,
  ...wordsEn,
};
