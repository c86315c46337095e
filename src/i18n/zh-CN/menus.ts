export const menusZhCN = {} as const;
