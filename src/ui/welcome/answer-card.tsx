import { useSignal } from '@preact/signals';
import { DEFAULT_SETTINGS, type CaptureKinds } from '../../model/settings';
import { Button } from '../controls/button';
import { formatMoment } from '../format/format-time';
import { CaptureSwitches } from '../shell/capture-switches';
import { useSave } from '../shell/use-save';
import { useUi } from '../shell/ui-context';
import { Card } from '../surfaces/card';
import { useTexts } from '../text-context';
import type { Answer } from './answered-notice';

/** What to keep, and yes or no. Who has agreed before can change it or take it back. */
export function AnswerCard({ onAnswered }: { onAnswered: (answer: Answer) => void }) {
  const { settings } = useUi();
  const { t, language } = useTexts();
  const save = useSave();
  const now = settings.settings.value ?? DEFAULT_SETTINGS;
  const chosen = useSignal<CaptureKinds>(now.capture);
  const busy = useSignal(false);
  const agreedAt = now.consent?.answeredAt;

  const answer = async (given: Answer) => {
    busy.value = true;
    if (await save(settings.answerConsent(given === 'agreed', chosen.value))) onAnswered(given);
    busy.value = false;
  };
  return (
    <div class="answer">
      <Card title={t('welcome.choose')}>
        <p class="small soft answer-hint">{t('welcome.choose-hint')}</p>
        <CaptureSwitches capture={chosen.value} onChange={(capture) => (chosen.value = capture)} />
      </Card>
      <div class="answer-buttons">
        <Button kind="primary" size="large" busy={busy.value} onClick={() => void answer('agreed')}>
          {agreedAt === undefined ? t('welcome.agree') : t('welcome.save')}
        </Button>
        <Button size="large" disabled={busy.value} onClick={() => void answer('declined')}>
          {agreedAt === undefined ? t('welcome.later') : t('welcome.withdraw')}
        </Button>
        <p class="small faint">
          {agreedAt === undefined
            ? t('welcome.later-hint')
            : t('welcome.agreed-before', { when: formatMoment(agreedAt, language) })}
        </p>
      </div>
    </div>
  );
}
