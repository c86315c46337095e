import type { filesZhCN } from '../../zh-CN/exports/files';

export const filesEn: Record<keyof typeof filesZhCN, string> = {
  'export.column.note_text': 'Note text',
  'export.column.note_topics': 'Note topics',
  'export.sheet.comments': 'Comments',
  'export.sheet.notes': 'Notes',
  'export.sheet.report': 'Completeness',
  'export.sheet.key': 'What',
  'export.sheet.value': 'Value',
  'export.md.untitled': 'Note without a title',
  'export.md.comments': 'Comments',
  'export.md.likes': '{count} {count|like|likes}',
  'export.md.collects': '{count} {count|collect|collects}',
  'export.md.comment-count': '{count} {count|comment|comments}',
  'export.md.shares': '{count} {count|share|shares}',
  'export.md.somebody': 'Somebody',
  'export.md.author': 'author',
  'export.md.pinned': 'pinned',
  'export.md.liked-by-author': 'liked by the author',
  'export.md.folded': 'folded',
};
