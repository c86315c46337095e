import type { ComponentChildren } from 'preact';
import { BrandMark } from '../icons/brand-mark';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { useTexts } from '../text-context';
import './navigation.css';

export interface Destination<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly icon: IconName;
  /** A short word beside the label: something wants to be looked at. */
  readonly mark?: string | undefined;
}

export interface SideNavProps<Name extends string> {
  readonly title: string;
  readonly label: string;
  readonly destinations: readonly Destination<Name>[];
  readonly current: Name;
  readonly onGo: (name: Name) => void;
  /** Stands below the screens: ways to other pages. */
  readonly children?: ComponentChildren;
}

/** The screens of a page in a tab: a column at the side, a row that scrolls where the window is narrow. */
export function SideNav<Name extends string>(props: SideNavProps<Name>) {
  const { title, label, destinations, current, onGo, children } = props;
  const { t } = useTexts();
  return (
    <header class="side-nav">
      <div class="side-nav-head">
        <BrandMark size={32} />
        <div class="grow">
          <h1 class="side-nav-title">{title}</h1>
          <p class="tiny soft cut">{t('words.product')}</p>
        </div>
      </div>
      <nav aria-label={label}>
        <ul class="side-nav-list">
          {destinations.map(({ name, label: words, icon, mark }) => (
            <li key={name}>
              <a
                class="side-nav-item"
                href={`#${name}`}
                aria-current={name === current ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(name);
                }}
              >
                <Icon name={icon} size={17} />
                <span class="grow">{words}</span>
                {mark !== undefined && <span class="side-nav-mark">{mark}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children !== undefined && <div class="side-nav-foot">{children}</div>}
    </header>
  );
}
