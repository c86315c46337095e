export const panelZhCN = {} as const;
