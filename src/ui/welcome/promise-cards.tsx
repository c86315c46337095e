import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';

const FOUR = [1, 2, 3, 4] as const;

/** What is kept, what is never done, and the risk, said before the question is asked. */
export function PromiseCards() {
  const { t } = useTexts();
  return (
    <>
      <div class="promises">
        <section class="promise" aria-labelledby="keeps">
          <h2 id="keeps">{t('welcome.keeps')}</h2>
          <ul>
            {FOUR.map((number) => (
              <li key={number}>
                <Icon name="check" size={16} />
                <span>{t(`welcome.keeps-${number}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="promise promise-never" aria-labelledby="never">
          <h2 id="never">{t('welcome.never')}</h2>
          <ul>
            {FOUR.map((number) => (
              <li key={number}>
                <Icon name="close" size={16} />
                <span>{t(`welcome.never-${number}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section class="risk" aria-labelledby="risk">
        <Icon name="alert" size={20} />
        <div>
          <h2 id="risk">{t('welcome.risks')}</h2>
          <p>{t('welcome.risks-text')}</p>
        </div>
      </section>
    </>
  );
}
