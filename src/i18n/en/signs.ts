import type { signsZhCN } from '../zh-CN/signs';

export const signsEn: Record<keyof typeof signsZhCN, string> = {};
