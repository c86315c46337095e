import type { pageZhCN } from '../zh-CN/page';

export const pageEn: Record<keyof typeof pageZhCN, string> = {};
