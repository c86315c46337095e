import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { useTexts } from '../text-context';

const FEATURES = [
  ['read', 'book'],
  ['collect', 'comment'],
  ['export', 'download'],
] as const satisfies readonly (readonly [string, IconName])[];

/** The three things it does. */
export function FeatureTiles() {
  const { t } = useTexts();
  return (
    <section aria-label={t('welcome.does')}>
      <ul class="tiles">
        {FEATURES.map(([name, icon]) => (
          <li class="tile" key={name}>
            <span class="tile-icon">
              <Icon name={icon} size={22} />
            </span>
            <h2>{t(`welcome.does-${name}`)}</h2>
            <p>{t(`welcome.does-${name}-text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
