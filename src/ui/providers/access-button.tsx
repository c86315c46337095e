import { FAMILIES, type ProviderFamily } from '../../model/providers/provider.catalog';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { useTexts } from '../text-context';

/** Asks the browser to let the extension on to a family's hosts; a refusal is said. */
export function AccessButton({
  family,
  onGiven,
  size = 'normal',
}: {
  family: ProviderFamily;
  onGiven: () => void;
  size?: 'small' | 'normal';
}) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const { label } = FAMILIES[family];
  const refuse = () => toasts.show(t('providers.access-refused', { family: label }), { tone: 'bad' });
  return (
    <Button
      kind="primary"
      size={size}
      icon="shield"
      onClick={() => {
        // The browser takes it only as the first thing of a click.
        ports.providerAccess.request(family).then((isGiven) => (isGiven ? onGiven() : refuse()), refuse);
      }}
    >
      {t('providers.access-allow', { family: label })}
    </Button>
  );
}
