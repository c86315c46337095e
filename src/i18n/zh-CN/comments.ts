export const commentsZhCN = {} as const;
