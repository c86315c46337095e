import { Button } from '../controls/button';
import { SideNav } from '../navigation/side-nav';
import { useScreen } from '../navigation/use-screen';
import { SetupCard } from '../popup/setup-card';
import { useUi } from '../shell/ui-context';
import { Skeleton } from '../surfaces/async-view';
import { useTexts } from '../text-context';
import { LIBRARY_SCREENS, LIBRARY_SCREEN_NAMES } from './library-screens';
import './library.css';

/** The library: what is looked for and collected beyond the open note, screen by screen. */
export function LibraryApp() {
  const { ports, settings } = useUi();
  const { t } = useTexts();
  const { screen, go } = useScreen(LIBRARY_SCREEN_NAMES);
  const now = settings.settings.value;
  const { Screen } = LIBRARY_SCREENS[screen.value];
  return (
    <div class="screens library">
      <SideNav
        title={t('library.title')}
        label={t('library.screens')}
        current={screen.value}
        onGo={go}
        destinations={LIBRARY_SCREEN_NAMES.map((name) => ({
          name,
          label: t(`library.screen-${name}`),
          icon: LIBRARY_SCREENS[name].icon,
        }))}
      >
        <Button
          kind="ghost"
          size="small"
          icon="key"
          onClick={() => void ports.openPage('options', 'providers')}
        >
          {t('providers.open-options')}
        </Button>
      </SideNav>
      <main class="screen" key={screen.value}>
        {now === undefined && <Skeleton lines={6} />}
        {now && !now.consent && <SetupCard />}
        {now?.consent && <Screen now={now} />}
      </main>
    </div>
  );
}
