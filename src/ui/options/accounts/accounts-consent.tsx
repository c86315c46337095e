import { Button } from '../../controls/button';
import { Icon } from '../../icons/icon';
import type { IconName } from '../../icons/icon-paths';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

const POINTS = [
  ['linked', 'link'],
  ['rules', 'alert'],
  ['kept', 'lock'],
  ['shared', 'grid'],
  ['leave', 'shield'],
] as const satisfies readonly (readonly [string, IconName])[];

/** What several accounts mean; the button below is the answer, and asks the browser for its leave. */
export function AccountsConsent() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const refuse = () => toasts.show(t('accounts.consent-refused'), { tone: 'bad' });
  const switchOn = () => void save(ports.client('account.switch', { agreed: true }));
  return (
    <Card title={t('accounts.consent')}>
      <ul class="consent-points">
        {POINTS.map(([name, icon]) => (
          <li key={name}>
            <span class="consent-mark">
              <Icon name={icon} size={18} />
            </span>
            <div>
              <p class="consent-title">{t(`accounts.consent-${name}`)}</p>
              <p class="small soft">{t(`accounts.consent-${name}-text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button
          kind="primary"
          icon="check"
          onClick={() => {
            // The browser takes it only as the first thing of a click.
            ports.loginAccess.request().then((isGiven) => (isGiven ? switchOn() : refuse()), refuse);
          }}
        >
          {t('accounts.consent-go')}
        </Button>
      </div>
    </Card>
  );
}
