import { FAMILIES } from '../../../../model/providers/provider.catalog';
import { Segmented } from '../../../controls/segmented';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import type { FamilyProps } from './family-card';

/** Which of TikHub's addresses is called; the vendor asks not to use each from the wrong region. */
export function TikhubRegion({ family, store }: FamilyProps) {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  return (
    <div class="field-line">
      <div class="grow">
        <span class="switch-label">{t('keys.region')}</span>
        <span class="switch-hint">{t('keys.region-hint')}</span>
      </div>
      <Segmented
        label={t('keys.region')}
        value={family.region ?? 'world'}
        options={FAMILIES.tikhub.bases.map(({ region }) => ({
          value: region,
          label: t(`keys.region-${region}`),
        }))}
        onChange={(region) =>
          void save(
            ports
              .client('credential.change', { family: 'tikhub', patch: { region } })
              .then((state) => store.put(state)),
          )
        }
      />
    </div>
  );
}
