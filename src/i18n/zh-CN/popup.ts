export const popupZhCN = {} as const;
