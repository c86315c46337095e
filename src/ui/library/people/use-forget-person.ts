import { useSignal } from '@preact/signals';
import { toAppError } from '../../../model/errors';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import type { KeptPerson } from './create-people-store';

/** Forgets people after a moment in which it can be undone; until then they are only out of sight. */
export function useForgetPerson(): {
  readonly hidden: ReadonlySet<string>;
  readonly forget: (person: KeptPerson) => void;
} {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const hidden = useSignal<ReadonlySet<string>>(new Set());
  const show = (authorKey: string) => {
    hidden.value = new Set([...hidden.value].filter((one) => one !== authorKey));
  };
  const commit = async ({ authorKey, author }: KeptPerson) => {
    const name = author.nickname ?? t('note.author-unknown');
    try {
      const gone = await ports.client('person.forget', { authorKey });
      toasts.show(t('people.forgotten', { name, ...gone }));
    } catch (thrown) {
      show(authorKey);
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    }
  };
  return {
    hidden: hidden.value,
    forget: (person) => {
      hidden.value = new Set([...hidden.value, person.authorKey]);
      toasts.showUndo(
        t('options.forgetting-person'),
        () => void commit(person),
        () => show(person.authorKey),
      );
    },
  };
}
