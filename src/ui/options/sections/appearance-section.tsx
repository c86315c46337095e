import type { Settings } from '../../../model/settings';
import { Segmented } from '../../controls/segmented';
import { LanguageChoice } from '../../shell/language-choice';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

const THEMES = ['auto', 'light', 'dark'] as const;

/** Language and theme. */
export function AppearanceSection({ now }: { now: Settings }) {
  const { settings } = useUi();
  const { t } = useTexts();
  const save = useSave();
  return (
    <Card title={t('options.appearance')}>
      <div class="lines">
        <div class="field-line">
          <span class="grow switch-label">{t('options.language')}</span>
          <LanguageChoice withAuto />
        </div>
        <div class="field-line">
          <span class="grow switch-label">{t('options.theme')}</span>
          <Segmented
            label={t('options.theme')}
            value={now.theme}
            options={THEMES.map((theme) => ({ value: theme, label: t(`options.theme-${theme}`) }))}
            onChange={(theme) => void save(settings.change({ theme }))}
          />
        </div>
      </div>
    </Card>
  );
}
