import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { toUrl } from '../../../site/routes';
import { useTexts } from '../../text-context';
import { RecentNotes } from './recent-notes';

/** On a page that is none of the site's: the way there, and what was seen lately. */
export function Elsewhere() {
  const { ports } = useUi();
  const { t } = useTexts();
  const feed = toUrl({ kind: 'feed', host: 'www.xiaohongshu.com' });
  return (
    <>
      <Notice
        icon="book"
        title={t('popup.elsewhere-title')}
        actions={
          <Button icon="external" onClick={() => void ports.tabs.open(feed)}>
            {t('popup.open-site')}
          </Button>
        }
      >
        <p>{t('popup.elsewhere-text')}</p>
      </Notice>
      <RecentNotes />
    </>
  );
}
