export const wordsZhCN = {} as const;
