import { useSignal } from '@preact/signals';
import { BrandMark } from '../icons/brand-mark';
import { LanguageChoice } from '../shell/language-choice';
import { useTexts } from '../text-context';
import { AnswerCard } from './answer-card';
import { AnsweredNotice, type Answer } from './answered-notice';
import { FeatureTiles } from './feature-tiles';
import { PromiseCards } from './promise-cards';
import './welcome.css';

/** What it does, keeps, never does and risks; then the one question. */
export function WelcomeApp() {
  const { t } = useTexts();
  const answer = useSignal<Answer | undefined>(undefined);
  return (
    <div class="welcome">
      <header class="welcome-top">
        <span class="row">
          <BrandMark size={34} />
          <span class="welcome-name">{t('words.product')}</span>
        </span>
        <LanguageChoice />
      </header>
      <main>
        {answer.value === undefined ? (
          <>
            <div class="welcome-hero">
              <div class="welcome-words">
                <h1>{t('welcome.title')}</h1>
                <p class="welcome-lead">{t('welcome.lead')}</p>
              </div>
              <div class="welcome-mark">
                <BrandMark size={168} />
              </div>
            </div>
            <FeatureTiles />
            <PromiseCards />
            <AnswerCard onAnswered={(given) => (answer.value = given)} />
          </>
        ) : (
          <AnsweredNotice answer={answer.value} onAgain={() => (answer.value = undefined)} />
        )}
      </main>
    </div>
  );
}
