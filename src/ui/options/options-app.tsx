import { BrandMark } from '../icons/brand-mark';
import { useUi } from '../shell/ui-context';
import { Skeleton } from '../surfaces/async-view';
import { useTexts } from '../text-context';
import { AboutSection } from './sections/about-section';
import { AppearanceSection } from './sections/appearance-section';
import { CsvSection } from './sections/csv-section';
import { DeleteSection } from './sections/delete-section';
import { DiagnosticsSection } from './sections/diagnostics-section';
import { ForgetSection } from './sections/forget-section';
import { KeepSection } from './sections/keep-section';
import { LoadingSection } from './sections/loading-section';
import { RetentionSection } from './sections/retention-section';
import { StoredSection } from './sections/stored-section';
import './options.css';

/** Everything that can be set, and everything that is stored. */
export function OptionsApp() {
  const { settings } = useUi();
  const { t } = useTexts();
  const now = settings.settings.value;
  return (
    <div class="options">
      <header class="row options-head">
        <BrandMark size={36} />
        <div>
          <h1>{t('options.title')}</h1>
          <p class="small soft">{t('words.product')}</p>
        </div>
      </header>
      <main class="stack options-body">
        {now === undefined ? (
          <Skeleton lines={6} />
        ) : (
          <>
            <KeepSection now={now} />
            <RetentionSection now={now} />
            <AppearanceSection now={now} />
            <LoadingSection now={now} />
            <CsvSection now={now} />
            <StoredSection />
            <ForgetSection />
            <DeleteSection />
            <DiagnosticsSection now={now} />
            <AboutSection />
          </>
        )}
      </main>
    </div>
  );
}
