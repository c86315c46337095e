type Json = Record<string, unknown>;

const isRedacted = (value: unknown): boolean => typeof value === 'string' && value.startsWith('<redacted');

const MEDIA_KEYS =
  /^(?:url|url_size_large|original|origin_url|high|medium|low|master_url|backup_urls|image|images|live_photo)$/;

/** A text of our own that says where it stands, so that no two values are alike. */
function invent(key: string, path: string): string {
  const word = path.replace(/[^a-zA-Z0-9]+/g, '-');
  if (MEDIA_KEYS.test(key)) return `http://sns-img-hw.xhscdn.com/${word}?imageView2/2/w/9/format/heif`;
  if (key === 'model_type') return 'note';
  if (key === 'title') return `<em>${word}</em>`;
  if (key === 'xsec_token') return `${word}=`;
  return word;
}

/**
 * A body as it came, with what was taken out of it replaced: texts and addresses were redacted by whoever published it,
 * and cursors became ids. What is left of the original are its keys, its numbers, its lists and what is missing in it.
 */
export function fillRedacted(value: unknown, key = '', path = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((inner, index) => fillRedacted(inner, key, `${path}.${String(index)}`));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Json).map(([name, inner]) => [
      name,
      fillRedacted(inner, name, `${path}.${name}`),
    ]);
    return fillLinks(Object.fromEntries(entries) as Json, path);
  }
  if (typeof value === 'string' && /^id-\d+$/.test(value) && /cursor$/.test(key)) {
    return JSON.stringify({ cursor: value, index: 2, pageArea: 'UNFOLDED' });
  }
  return isRedacted(value) ? invent(key, path) : value;
}

/** Links hold what stands beside them: a note's token, a topic's page. */
function fillLinks(row: Json, path: string): Json {
  const share = row['share_info'] as Json | undefined;
  if (share && 'link' in share && typeof row['id'] === 'string') {
    const link = `https://www.xiaohongshu.com/discovery/item/${row['id']}?xsec_token=${row['id']}%3D&xsec_source=app_share`;
    return { ...row, share_info: { ...share, link } };
  }
  const isTopic = /\.(?:hash_tag|topics)\.\d+$/.test(path) && 'link' in row;
  return isTopic ? { ...row, link: `xhsdiscover://topic/v2/${topicPageOf(row)}?page_source=note_feed` } : row;
}

/** 24 hex digits made of a topic's id. */
export const topicPageOf = (row: unknown): string =>
  Buffer.from(String((row as Json)['id']))
    .toString('hex')
    .padEnd(24, '0')
    .slice(0, 24);
