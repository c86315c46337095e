import type { popupZhCN } from '../zh-CN/popup';

export const popupEn: Record<keyof typeof popupZhCN, string> = {
  'popup.page-title': 'Hongshu Companion',
  'popup.pause': 'Pause',
  'popup.library': 'Library',
  'popup.options': 'Options',
  'popup.export': 'Export CSV',
  'popup.open-panel': 'Open side panel',
  'popup.panel-refused':
    "The browser did not open the side panel. Try again, or open it from the browser's menu.",
  'popup.latest': 'Latest comments',
  'popup.show-all': 'Show all',
  'popup.no-comments':
    'No comments kept yet. Scroll down in the page, or press “Load comments for me” in the side panel.',
  'popup.no-comments-on-site': 'This note has no comments yet.',
  'popup.note-waiting': 'Waiting for the note',
  'popup.note-waiting-text':
    'The note is open, its content is not there yet. Reload the page if it stays like this.',
  'popup.note-unread': 'While paused, this note is not read.',
  'popup.paused': 'Paused: nothing new is kept.',
  'popup.resume': 'Resume',
  'popup.setup-title': 'One step to go',
  'popup.setup-text': 'See what it does and what it keeps, then decide. Nothing is kept before you agree.',
  'popup.setup-button': 'Finish set-up',
  'popup.access-title': 'The browser keeps this extension out',
  'popup.access-text':
    'Notes you open can only be read once you allow it: on Xiaohongshu and RedNote, and on no other site.',
  'popup.access-button': 'Allow on this site',
  'popup.access-refused': 'It was not allowed. You can press the button again at any time.',
  'popup.reach-title': 'Not connected to this page yet',
  'popup.reach-text':
    'It may have been open before the extension was installed or updated. Reloading it helps.',
  'popup.link-label': 'Note link, short link or share text',
  'popup.link-placeholder': 'Paste a link or share text',
  'popup.recent': 'Recently seen notes',
  'popup.recent-empty': 'Notes you open will appear here.',
  'popup.elsewhere-title': 'No note here',
  'popup.elsewhere-text': 'Open a note on Xiaohongshu or RedNote, or paste a link below.',
  'popup.open-site': 'Open Xiaohongshu',
  'popup.export-writing': 'Writing',
  'popup.export-rows': '{rows} of {total} {total|row|rows}',
  'popup.export-saving': 'Saving the file',
  'popup.export-done': '{rows} {rows|row|rows} exported',
  'popup.export-report': 'Report',
  'popup.export-failed': 'The export did not work',
};
