import { useSignal } from '@preact/signals';
import { toAppError, type ErrorCode } from '../../../model/errors';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { findForgettable } from '../find-forgettable';
import { ForgetTarget, type Target } from './forget-target';

type Problem = ErrorCode | 'short-link' | 'nothing';

/** Removes one note, or everything of one person, named by a pasted link. */
export function ForgetSection() {
  const { ports } = useUi();
  const { t } = useTexts();
  const text = useSignal('');
  const problem = useSignal<Problem | undefined>(undefined);
  const target = useSignal<Target | undefined>(undefined);

  const find = async () => {
    const named = findForgettable(text.value);
    target.value = undefined;
    if (!named) problem.value = 'link-not-recognised';
    else if (named.kind === 'short-link') problem.value = 'short-link';
    else {
      try {
        target.value = await readTarget(ports.readers, named);
        problem.value = target.value ? undefined : 'nothing';
      } catch (thrown) {
        problem.value = toAppError(thrown).code;
      }
    }
  };
  const said = (of: Problem) => {
    if (of === 'short-link') return t('options.forget-short-link');
    return of === 'nothing' ? t('options.forget-nothing') : t(`error.${of}`);
  };
  return (
    <Card title={t('options.forget')}>
      <div class="stack">
        <p class="small soft">{t('options.forget-hint')}</p>
        <TextField
          label={t('options.forget-label')}
          placeholder={t('options.forget-label')}
          icon="link"
          value={text.value}
          problem={problem.value && said(problem.value)}
          onInput={(value) => {
            text.value = value;
            problem.value = undefined;
            target.value = undefined;
          }}
          onSubmit={() => void find()}
        >
          <Button kind="ghost" size="small" disabled={text.value.trim() === ''} onClick={() => void find()}>
            {t('options.forget-find')}
          </Button>
        </TextField>
        {target.value && (
          <ForgetTarget
            target={target.value}
            onDone={() => {
              target.value = undefined;
              text.value = '';
            }}
          />
        )}
      </div>
    </Card>
  );
}

/** What would be removed. A person is offered even when no profile is kept: their comments may be. */
async function readTarget(
  readers: ReturnType<typeof useUi>['ports']['readers'],
  named: Exclude<ReturnType<typeof findForgettable>, undefined | { kind: 'short-link' }>,
): Promise<Target | undefined> {
  if (named.kind === 'person') {
    const author = await readers.findAuthor({ kind: 'site', value: named.userId });
    return { ...named, author };
  }
  const [note, comments] = await Promise.all([
    readers.findNote(named.noteId),
    readers.countComments(named.noteId),
  ]);
  if (!note && comments === 0) return undefined;
  return { ...named, note, comments };
}
