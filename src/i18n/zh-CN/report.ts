export const reportZhCN = {} as const;
