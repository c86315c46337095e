import type { welcomeZhCN } from '../zh-CN/welcome';

export const welcomeEn: Record<keyof typeof welcomeZhCN, string> = {};
