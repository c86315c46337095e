export const welcomeZhCN = {} as const;
