/** Entries of the context menu on the site's pages and on links to notes. */
export const menusZhCN = {
  'menus.open-panel': '打开侧边栏',
  'menus.export-note': '导出这篇笔记的评论',
} as const;
