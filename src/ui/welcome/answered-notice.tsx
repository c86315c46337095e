import { useEffect, useRef } from 'preact/hooks';
import { toUrl } from '../../site/routes';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

export type Answer = 'agreed' | 'declined';

/** What the answer means, and where to go from here. */
export function AnsweredNotice({ answer, onAgain }: { answer: Answer; onAgain: () => void }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  // The buttons that were pressed are gone: without this the focus would be nowhere.
  useEffect(() => place.current?.focus(), []);
  const feed = toUrl({ kind: 'feed', host: 'www.xiaohongshu.com' });
  return (
    <div class="answered" tabIndex={-1} ref={place}>
      {answer === 'agreed' ? (
        <Notice
          icon="check"
          tone="good"
          title={t('welcome.agreed-title')}
          actions={
            <>
              <Button kind="primary" onClick={() => void ports.tabs.open(feed)}>
                {t('welcome.agreed-open')}
              </Button>
              <Button onClick={() => void ports.openPage('options')}>{t('welcome.agreed-options')}</Button>
            </>
          }
        >
          <p>{t('welcome.agreed-text')}</p>
        </Notice>
      ) : (
        <Notice
          icon="shield"
          title={t('welcome.declined-title')}
          actions={<Button onClick={onAgain}>{t('welcome.change-mind')}</Button>}
        >
          <p>{t('welcome.declined-text')}</p>
        </Notice>
      )}
    </div>
  );
}
