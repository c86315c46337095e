import type { wordsZhCN } from '../zh-CN/words';

export const wordsEn: Record<keyof typeof wordsZhCN, string> = {};
