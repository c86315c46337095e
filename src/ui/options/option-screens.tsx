import type { ComponentChildren, ComponentType } from 'preact';
import type { Settings } from '../../model/settings';
import type { IconName } from '../icons/icon-paths';
import { BackupCard } from '../backup/backup-card';
import { RestoreCard } from '../backup/restore-card';
import { useTexts } from '../text-context';
import { ActingScreen } from './acting/acting-screen';
import { AccountsScreen } from './accounts/accounts-screen';
import { ProvidersScreen } from './providers/providers-screen';
import { AboutSection } from './sections/about-section';
import { AppearanceSection } from './sections/appearance-section';
import { CsvSection } from './sections/csv-section';
import { DeleteSection } from './sections/delete-section';
import { DiagnosticsSection } from './sections/diagnostics-section';
import { ForgetSection } from './sections/forget-section';
import { JobsSection } from './sections/jobs-section';
import { KeepSection } from './sections/keep-section';
import { LoadingSection } from './sections/loading-section';
import { RetentionSection } from './sections/retention-section';
import { StoredSection } from './sections/stored-section';
import { SpendingScreen } from './spending/spending-screen';

/** In the order of the navigation; the address of a screen is `options.html#<name>`. */
export const OPTION_SCREEN_NAMES = [
  'general',
  'providers',
  'spending',
  'acting',
  'accounts',
  'stored',
  'about',
] as const;
export type OptionScreenName = (typeof OPTION_SCREEN_NAMES)[number];

interface OptionScreen {
  readonly icon: IconName;
  readonly Screen: ComponentType<{ now: Settings }>;
}

/** What stands on each screen. */
export const OPTION_SCREENS: Readonly<Record<OptionScreenName, OptionScreen>> = {
  general: { icon: 'gear', Screen: GeneralScreen },
  providers: { icon: 'key', Screen: ProvidersScreen },
  spending: { icon: 'coins', Screen: SpendingScreen },
  acting: { icon: 'reply', Screen: ActingScreen },
  accounts: { icon: 'user', Screen: AccountsScreen },
  stored: { icon: 'book', Screen: StoredScreen },
  about: { icon: 'shield', Screen: AboutScreen },
};

function Sections({ name, children }: { name: 'general' | 'stored' | 'about'; children: ComponentChildren }) {
  const { t } = useTexts();
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t(`options.screen-${name}`)}</h2>
          <p>{t(`options.${name}-intro`)}</p>
        </div>
      </div>
      <div class="stack options-body">{children}</div>
    </>
  );
}

function GeneralScreen({ now }: { now: Settings }) {
  return (
    <Sections name="general">
      <KeepSection now={now} />
      <RetentionSection now={now} />
      <AppearanceSection now={now} />
      <LoadingSection now={now} />
      <CsvSection now={now} />
      <JobsSection now={now} />
    </Sections>
  );
}

function StoredScreen() {
  return (
    <Sections name="stored">
      <StoredSection />
      <BackupCard />
      <RestoreCard />
      <ForgetSection />
      <DeleteSection />
    </Sections>
  );
}

function AboutScreen({ now }: { now: Settings }) {
  return (
    <Sections name="about">
      <DiagnosticsSection now={now} />
      <AboutSection />
    </Sections>
  );
}

/** The screens of this browser: what it does not know how to do is not shown. */
export function listOptionScreens(
  canUseAccounts: boolean,
): readonly [OptionScreenName, ...OptionScreenName[]] {
  const [first, ...others] = OPTION_SCREEN_NAMES;
  return [first, ...others.filter((name) => name !== 'accounts' || canUseAccounts)];
}
