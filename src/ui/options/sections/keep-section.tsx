import type { Settings } from '../../../model/settings';
import { Button } from '../../controls/button';
import { Switch } from '../../controls/switch';
import { formatMoment } from '../../format/format-time';
import { CaptureSwitches } from '../../shell/capture-switches';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

/** Whether anything is kept, and what. */
export function KeepSection({ now }: { now: Settings }) {
  const { ports, settings } = useUi();
  const { t, language } = useTexts();
  const save = useSave();
  const openWelcome = () => void ports.openPage('welcome');
  return (
    <Card title={t('options.keep')}>
      {now.consent ? (
        <p class="row wrap small soft">
          {t('options.consent-since', { when: formatMoment(now.consent.answeredAt, language) })}
          <Button kind="ghost" size="small" onClick={openWelcome}>
            {t('options.consent-change')}
          </Button>
        </p>
      ) : (
        <Notice
          icon="shield"
          shape="line"
          tone="warn"
          title={t('options.consent-missing')}
          actions={
            <Button size="small" onClick={openWelcome}>
              {t('options.consent-open')}
            </Button>
          }
        />
      )}
      <div class="lines">
        <Switch
          label={t('options.pause')}
          hint={t('options.pause-hint')}
          on={now.paused}
          onChange={(paused) => void save(settings.change({ paused }))}
        />
        <CaptureSwitches
          capture={now.capture}
          onChange={(capture) => void save(settings.change({ capture }))}
        />
      </div>
    </Card>
  );
}
