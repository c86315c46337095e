import { useSignal } from '@preact/signals';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import type { IconName } from '../../icons/icon-paths';
import { useTexts } from '../../text-context';

/** As long as a name may be; see `accountNameSchema`. */
export const LONGEST_NAME = 40;

export interface NameFormProps {
  readonly button: string;
  readonly icon: IconName;
  /** Answers whether it worked. */
  readonly onName: (name: string) => Promise<boolean>;
}

/** A name for a login, and the button that goes on with it. */
export function NameForm({ button, icon, onName }: NameFormProps) {
  const { t } = useTexts();
  const typed = useSignal('');
  const busy = useSignal(false);
  const name = typed.value.trim();
  const send = async () => {
    if (name === '' || busy.value) return;
    busy.value = true;
    if (await onName(name)) typed.value = '';
    busy.value = false;
  };
  return (
    <div class="name-form">
      <TextField
        label={t('accounts.name')}
        placeholder={t('accounts.name-placeholder')}
        icon="user"
        value={typed.value}
        onInput={(value) => (typed.value = [...value].slice(0, LONGEST_NAME).join(''))}
        onSubmit={() => void send()}
      />
      <Button kind="primary" icon={icon} busy={busy.value} disabled={name === ''} onClick={() => void send()}>
        {button}
      </Button>
    </div>
  );
}
