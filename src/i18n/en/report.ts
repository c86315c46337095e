import type { reportZhCN } from '../zh-CN/report';

export const reportEn: Record<keyof typeof reportZhCN, string> = {};
