import type { menusZhCN } from '../zh-CN/menus';

export const menusEn: Record<keyof typeof menusZhCN, string> = {};
