import { commentsEn } from './en/comments';
import { errorsEn } from './en/errors';
import { exportEn } from './en/export';
import { noteEn } from './en/note';
import { optionsEn } from './en/options';
import { pageEn } from './en/page';
import { panelEn } from './en/panel';
import { popupEn } from './en/popup';
import { reportEn } from './en/report';
import { signsEn } from './en/signs';
import { welcomeEn } from './en/welcome';
import { wordsEn } from './en/words';
import type { zhCN } from './zh-CN';

/** English; the compiler says which key is missing. */
export const en: Record<keyof typeof zhCN, string> = {
  ...commentsEn,
  ...errorsEn,
  ...exportEn,
  ...noteEn,
  ...optionsEn,
  ...pageEn,
  ...panelEn,
  ...popupEn,
  ...reportEn,
  ...signsEn,
  ...welcomeEn,
  ...wordsEn,
};
