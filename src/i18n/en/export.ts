import type { exportZhCN } from '../zh-CN/export';

export const exportEn: Record<keyof typeof exportZhCN, string> = {};
