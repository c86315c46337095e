import type { pageZhCN } from '../zh-CN/page';

export const pageEn: Record<keyof typeof pageZhCN, string> = {
  'page.feed': 'Feed',
  'page.author': 'Author’s page',
  'page.search': 'Search for “{keyword}”',
  'page.topic': 'Topic #{keyword}',
  'page.board': 'Album',
  'page.notifications': 'Notifications',
  'page.other': 'A page of the site',
  'page.hint-open-note': 'Open one of the notes, and it appears here at once.',
  'page.hint-notifications': 'Open a note from a notification, and it appears here at once.',
  'page.known-notes': '{count} {count|note is|notes are} kept on this computer',
  'page.author-fans': 'Followers',
  'page.author-follows': 'Following',
  'page.author-liked': 'Likes, saves',
  'page.author-unknown': 'This profile is not kept. You can turn on “Profiles” in the options.',
  'page.red-id': 'RedNote id {id}',
};
