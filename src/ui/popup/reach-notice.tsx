import type { AppError } from '../../model/errors';
import type { TabFacts } from '../../platform/tabs';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

/** The page does not answer: most often it was open before the extension was there. */
export function ReachNotice({ tab, failure }: { tab: TabFacts | undefined; failure: AppError | undefined }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const isUsual = failure === undefined || failure.code === 'page-not-reached';
  return (
    <Notice
      icon="refresh"
      tone="warn"
      title={t('popup.reach-title')}
      actions={
        tab && (
          <Button kind="primary" icon="refresh" onClick={() => void ports.tabs.reload(tab.tabId)}>
            {t('words.reload')}
          </Button>
        )
      }
    >
      <p>{isUsual ? t('popup.reach-text') : t(`error.${failure.code}`)}</p>
    </Notice>
  );
}
