import { DEFAULT_ACTING_SETTINGS } from '../../../model/actions/acting-settings';
import type { Settings } from '../../../model/settings';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { CapsCard } from './caps-card';
import { PaceCard } from './pace-card';
import { QuietCard } from './quiet-card';
import { SendingCard } from './sending-card';
import { StopCard } from './stop-card';
import './acting-options.css';

/** How acting in pages of the site is held back. */
export function ActingScreen({ now }: { now: Settings }) {
  const { t } = useTexts();
  const { minGapMs, dailyCaps } = DEFAULT_ACTING_SETTINGS;
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('options.screen-acting')}</h2>
          <p>{t('pace.intro')}</p>
        </div>
      </div>
      <div class="stack options-body">
        <StopCard />
        <Notice icon="shield" shape="line" title={t('pace.why-title')}>
          {t('pace.why', { seconds: minGapMs / 1_000, replies: dailyCaps.reply })}
        </Notice>
        <PaceCard acting={now.acting} />
        <CapsCard acting={now.acting} />
        <QuietCard acting={now.acting} />
        <SendingCard acting={now.acting} />
      </div>
    </>
  );
}
