export const signsZhCN = {} as const;
