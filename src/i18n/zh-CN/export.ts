export const exportZhCN = {} as const;
