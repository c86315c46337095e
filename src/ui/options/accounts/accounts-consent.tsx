import type { TextKey } from '../../../i18n/t';
import { Button } from '../../controls/button';
import { Icon } from '../../icons/icon';
import type { IconName } from '../../icons/icon-paths';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

const RULES = ['accounts.consent-rules', 'accounts.consent-rules-text', 'alert'] as const;

/** What saved logins in one jar mean, and what containers do: a text, more of it, and an icon. */
const POINTS = {
  cookies: [
    ['accounts.consent-linked', 'accounts.consent-linked-text', 'link'],
    RULES,
    ['accounts.consent-kept', 'accounts.consent-kept-text', 'lock'],
    ['accounts.consent-shared', 'accounts.consent-shared-text', 'grid'],
    ['accounts.consent-leave', 'accounts.consent-leave-text', 'shield'],
  ],
  containers: [
    ['containers.consent-linked', 'containers.consent-linked-text', 'link'],
    RULES,
    ['containers.consent-kept', 'containers.consent-kept-text', 'lock'],
    ['containers.consent-shared', 'containers.consent-shared-text', 'grid'],
    ['containers.consent-leave', 'containers.consent-leave-text', 'shield'],
  ],
} as const satisfies Record<string, readonly (readonly [TextKey, TextKey, IconName])[]>;

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
        {POINTS[ports.loginAccess.hasContainers ? 'containers' : 'cookies'].map(([text, more, icon]) => (
          <li key={text}>
            <span class="consent-mark">
              <Icon name={icon} size={18} />
            </span>
            <div>
              <p class="consent-title">{t(text)}</p>
              <p class="small soft">{t(more)}</p>
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
