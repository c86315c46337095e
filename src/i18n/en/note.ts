import type { noteZhCN } from '../zh-CN/note';

export const noteEn: Record<keyof typeof noteZhCN, string> = {};
