import type { commentsZhCN } from '../zh-CN/comments';

export const commentsEn: Record<keyof typeof commentsZhCN, string> = {};
