import type { Note } from '../../../model/note';
import type { PageRef } from '../../../model/page-ref';
import { toUrl } from '../../../site/routes';
import { toAuthorRef } from '../../format/to-author-ref';
import { useTexts } from '../../text-context';

/** Where on the site the note can be found again, so that the site gives a new token with it. */
export function FreshTokenWays({ note }: { note: Note }) {
  const { t } = useTexts();
  const host = note.host ?? 'www.xiaohongshu.com';
  const ways: { label: string; ref: PageRef }[] = [];
  const author = note.author && toAuthorRef(note.author, host);
  if (author) ways.push({ label: t('panel.token-from-author'), ref: author });
  if (note.title) {
    ways.push({ label: t('panel.token-from-search'), ref: { kind: 'search', host, keyword: note.title } });
  }
  ways.push({ label: t('panel.token-from-feed'), ref: { kind: 'feed', host } });
  return (
    <div class="stack stack-tight">
      <p class="small soft">{t('panel.token-renew-hint')}</p>
      <div class="row wrap">
        {ways.map(({ label, ref }) => (
          <a
            key={label}
            class="button button-plain button-small"
            href={toUrl(ref)}
            target="_blank"
            rel="noopener"
          >
            {label}
          </a>
        ))}
      </div>
    </div>
  );
}
