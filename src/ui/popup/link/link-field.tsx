import { useSignal } from '@preact/signals';
import { toAppError, type ErrorCode } from '../../../model/errors';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import { LinkLookUp } from './link-look-up';

/** Takes a pasted link, short link or share text and opens what it names in a tab; a short link may be looked up instead. */
export function LinkField() {
  const { ports } = useUi();
  const { t } = useTexts();
  const text = useSignal('');
  const problem = useSignal<ErrorCode | undefined>(undefined);
  const busy = useSignal(false);
  const open = async () => {
    if (text.value.trim() === '' || busy.value) return;
    busy.value = true;
    try {
      await ports.client('link.open', { text: text.value });
      text.value = '';
      ports.closePage();
    } catch (thrown) {
      problem.value = toAppError(thrown).code;
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <TextField
        label={t('popup.link-label')}
        placeholder={t('popup.link-placeholder')}
        icon="link"
        value={text.value}
        problem={problem.value && t(`error.${problem.value}`)}
        onInput={(value) => {
          text.value = value;
          problem.value = undefined;
        }}
        onSubmit={() => void open()}
      >
        <Button
          kind="ghost"
          size="small"
          busy={busy.value}
          disabled={text.value.trim() === ''}
          onClick={() => void open()}
        >
          {t('words.open')}
        </Button>
      </TextField>
      <LinkLookUp text={text.value} />
    </>
  );
}
