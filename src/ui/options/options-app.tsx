import { useUi } from '../shell/ui-context';
import { Button } from '../controls/button';
import { SideNav } from '../navigation/side-nav';
import { useScreen } from '../navigation/use-screen';
import { Skeleton } from '../surfaces/async-view';
import { useTexts } from '../text-context';
import { listOptionScreens, OPTION_SCREENS } from './option-screens';
import './options.css';

/** Everything that can be set, and everything that is stored, screen by screen. */
export function OptionsApp() {
  const { ports, settings } = useUi();
  const { t } = useTexts();
  const names = listOptionScreens(ports.loginAccess.isPossible);
  const { screen, go } = useScreen(names);
  const now = settings.settings.value;
  const Screen = OPTION_SCREENS[screen.value].Screen;
  return (
    <div class="screens options">
      <SideNav
        title={t('options.title')}
        label={t('options.screens')}
        current={screen.value}
        onGo={go}
        destinations={names.map((name) => ({
          name,
          label: t(`options.screen-${name}`),
          icon: OPTION_SCREENS[name].icon,
        }))}
      >
        <Button kind="ghost" size="small" icon="book" onClick={() => void ports.openPage('library')}>
          {t('options.open-library')}
        </Button>
      </SideNav>
      <main class="screen" key={screen.value}>
        {now === undefined ? <Skeleton lines={6} /> : <Screen now={now} />}
      </main>
    </div>
  );
}
