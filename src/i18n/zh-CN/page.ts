/** What the pages of the site are called, and what can be done there. */
export const pageZhCN = {
  'page.feed': '首页',
  'page.author': '作者主页',
  'page.search': '搜索“{keyword}”',
  'page.topic': '话题 #{keyword}',
  'page.board': '专辑',
  'page.notifications': '通知',
  'page.other': '网站页面',
  'page.hint-open-note': '打开其中一篇笔记，它会马上出现在这里。',
  'page.hint-notifications': '从通知打开一篇笔记，它会马上出现在这里。',
  'page.known-notes': '这台电脑上已保存 {count} 篇笔记',
  'page.author-fans': '粉丝',
  'page.author-follows': '关注',
  'page.author-liked': '获赞与收藏',
  'page.author-unknown': '还没有保存这个主页。可以在设置里打开“作者主页”。',
  'page.red-id': '小红书号 {id}',
} as const;
