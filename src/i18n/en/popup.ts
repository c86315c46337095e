import type { popupZhCN } from '../zh-CN/popup';

export const popupEn: Record<keyof typeof popupZhCN, string> = {};
