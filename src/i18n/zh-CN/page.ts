export const pageZhCN = {} as const;
