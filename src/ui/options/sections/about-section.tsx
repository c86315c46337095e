import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** Version and keys. */
export function AboutSection() {
  const { ports } = useUi();
  const { t } = useTexts();
  return (
    <Card title={t('options.about')} tone="soft">
      <div class="stack stack-tight small soft">
        <p>{t('options.version', { version: ports.version })}</p>
        <p>{t('options.about-text')}</p>
        <p>{t('options.shortcuts')}</p>
      </div>
    </Card>
  );
}
