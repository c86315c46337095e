import { useTexts } from '../text-context';

/** A key as it is written on keyboards of this machine. */
export const MOD_KEY = /mac/i.test(navigator.platform) ? '\u2318' : 'Ctrl';

export interface ShownKey {
  readonly keys: readonly string[];
  readonly label: string;
}

/** Which keys do what, for the eye. */
export function ReplyKeys({ keys }: { readonly keys: readonly ShownKey[] }) {
  const { t } = useTexts();
  return (
    <ul class="reply-keys tiny soft" aria-label={t('replies.keys')}>
      {keys.map(({ keys: names, label }) => (
        <li key={label}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
