export const noteZhCN = {} as const;
