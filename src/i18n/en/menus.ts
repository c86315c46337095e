import type { menusZhCN } from '../zh-CN/menus';

export const menusEn: Record<keyof typeof menusZhCN, string> = {
  'menus.open-panel': 'Open side panel',
  'menus.export-note': 'Export this note’s comments',
};
