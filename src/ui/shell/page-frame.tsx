import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { findLanguage } from '../../i18n/t';
import { ToastHost } from '../surfaces/toast-host';
import { TextContext, createTexts } from '../text-context';
import { ErrorBoundary } from './error-boundary';
import { UiContext, type Ui } from './ui-context';

type PlainKey =
  'popup.page-title' | 'welcome.page-title' | 'options.page-title' | 'library.page-title' | 'panel.title';

/** Everything a page stands in: language, theme, toasts, and a face for when drawing fails. */
export function PageFrame({
  ui,
  titleKey,
  children,
}: {
  ui: Ui;
  titleKey: PlainKey;
  children: ComponentChildren;
}) {
  const texts = useComputed(() => {
    const choice = ui.settings.settings.value?.language ?? 'auto';
    return createTexts(findLanguage(choice, ui.ports.browserLanguage));
  });
  const theme = useComputed(() => ui.settings.settings.value?.theme ?? 'auto');

  useEffect(() => {
    const root = document.documentElement;
    root.lang = texts.value.language;
    document.title = texts.value.t(titleKey);
    if (theme.value === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme.value;
  }, [texts.value, theme.value, titleKey]);

  return (
    <UiContext.Provider value={ui}>
      <TextContext.Provider value={texts.value}>
        <ErrorBoundary>{children}</ErrorBoundary>
        <ToastHost toasts={ui.toasts} />
      </TextContext.Provider>
    </UiContext.Provider>
  );
}
