import { PROVIDERS } from '../../../../model/providers/provider.catalog';
import type { SeriesState } from '../../../../model/providers/provider-state';
import type { Settings } from '../../../../model/settings';
import { Button } from '../../../controls/button';
import { Chip } from '../../../controls/chip';
import { Switch } from '../../../controls/switch';
import { formatMoment } from '../../../format/format-time';
import { toReasonWords } from '../../../providers/to-reason-words';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import type { FamilyProps } from './family-card';

/** The series of a family, each on its own switch, with what was taken out of it. */
export function SeriesList({ family, store, now, label }: FamilyProps & { now: Settings; label: string }) {
  const { ports, settings, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const { providers } = now;
  const turn = (provider: SeriesState['provider'], isOn: boolean) => {
    const off = providers.off.filter((id) => id !== provider);
    void save(settings.change({ providers: { ...providers, off: isOn ? off : [...off, provider] } }));
  };
  const askAgain = async (provider: SeriesState['provider']) => {
    const asked = ports
      .client('provider.retry', { family: family.family, provider })
      .then((state) => store.put(state));
    if (await save(asked)) toasts.show(t('keys.asked-again'));
  };
  return (
    <div role="group" aria-label={`${label}: ${t('keys.series')}`}>
      <h4 class="family-part">{t('keys.series')}</h4>
      <p class="small soft">{t('keys.series-hint')}</p>
      <div class="lines">
        {family.series.map((series) => (
          <div key={series.provider}>
            <Switch
              label={
                <>
                  {PROVIDERS[series.provider].label}{' '}
                  {!PROVIDERS[series.provider].isOnAtFirst && (
                    <span class="small faint">{t('keys.series-off-first')}</span>
                  )}
                </>
              }
              hint={<Abilities series={series} />}
              on={!providers.off.includes(series.provider)}
              onChange={(isOn) => turn(series.provider, isOn)}
            />
            <SeriesTrouble series={series} onAskAgain={() => void askAgain(series.provider)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Abilities({ series }: { series: SeriesState }) {
  const { t, language } = useTexts();
  const words = series.operations
    .filter((name) => !name.startsWith('account.'))
    .map((name) => t(`providers.operation-${name}`));
  if (words.length === 0) return null;
  return <>{t('keys.series-can', { operations: words.join(language === 'zh-CN' ? '、' : ', ') })}</>;
}

function SeriesTrouble({ series, onAskAgain }: { series: SeriesState; onAskAgain: () => void }) {
  const texts = useTexts();
  const { t, language } = texts;
  const { takenOut, restsUntil } = series;
  if (takenOut.length === 0 && restsUntil === undefined) return null;
  return (
    <div class="row wrap series-trouble">
      {restsUntil !== undefined && (
        <Chip tone="warn" icon="clock">
          {t('keys.rests-until', { when: formatMoment(restsUntil, language) })}
        </Chip>
      )}
      {takenOut.map(({ operation, reason }) => (
        <Chip tone="bad" icon="alert" key={operation ?? 'all'}>
          {operation === undefined
            ? t('keys.taken-out-all', { reason: toReasonWords(reason, texts) })
            : t('keys.taken-out', {
                operation: t(`providers.operation-${operation}`),
                reason: toReasonWords(reason, texts),
              })}
        </Chip>
      ))}
      <Button size="small" icon="refresh" onClick={onAskAgain}>
        {t('keys.ask-again')}
      </Button>
    </div>
  );
}
