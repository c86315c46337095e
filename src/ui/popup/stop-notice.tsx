import { isNoteRead } from '../format/is-note-read';
import { toAuthorRef } from '../format/to-author-ref';
import { toUrl } from '../../site/routes';
import { toAppError } from '../../model/errors';
import { Button } from '../controls/button';
import { toSignFace } from '../shell/to-sign-face';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import type { TabView } from '../stores/tab-store';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import type { Stop } from './find-face';
import type { PopupStore } from './popup-store';

const hasComments = ({ note }: Pick<PopupStore, 'note'>): boolean =>
  (findValue(note.comments.value)?.captured ?? 0) > 0;

/** What the site refused, what it means, and the way on. */
export function StopNotice({
  stop,
  store,
  view,
}: {
  stop: Stop;
  store: Pick<PopupStore, 'note' | 'tab'>;
  view: TabView;
}) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const { key, stops, icon } = toSignFace(stop.sign, stop.class);
  const note = findValue(store.note.note.value);
  const isKept = note !== undefined && (isNoteRead(note) || hasComments(store));
  const host = note?.host ?? 'www.xiaohongshu.com';
  const author = note?.author && toAuthorRef(note.author, host);
  const goOn = () => {
    ports.client('stop-sign.dismiss', { tabId: view.tab.tabId }).then(
      () => void store.tab.refresh(),
      (thrown: unknown) => toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' }),
    );
  };
  return (
    <Notice
      // A note that is known stays in sight below.
      shape={isKept ? 'strip' : 'page'}
      icon={icon}
      tone={stops === 'all' ? 'bad' : 'warn'}
      title={t(`signs.title-${stops}`)}
      actions={
        <>
          {stops === 'all' && (
            <Button kind="primary" onClick={goOn}>
              {t('signs.go-on')}
            </Button>
          )}
          {stops === 'note' && author && (
            <Button icon="user" onClick={() => void ports.tabs.open(toUrl(author))}>
              {t('signs.open-author')}
            </Button>
          )}
          {(stops === 'note' || stops === 'profile') && (
            <Button icon="external" onClick={() => void ports.tabs.open(toUrl({ kind: 'feed', host }))}>
              {t('signs.open-feed')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {t(key)}
        {stops === 'note' && isKept && ` ${t('signs.kept')}`}
      </p>
      {stop.code !== undefined && <p class="tiny faint">{t('signs.code', { code: String(stop.code) })}</p>}
    </Notice>
  );
}
