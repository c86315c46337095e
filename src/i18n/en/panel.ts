import type { panelZhCN } from '../zh-CN/panel';

export const panelEn: Record<keyof typeof panelZhCN, string> = {};
