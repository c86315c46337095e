import { Component, type ComponentChildren } from 'preact';
import { Button } from '../controls/button';
import { Notice } from '../surfaces/notice';
import { TextContext } from '../text-context';

/** What stands in place of a page whose drawing failed: said clearly, with the way on, instead of an empty page. */
export class ErrorBoundary extends Component<
  { children: ComponentChildren },
  { failure: string | undefined }
> {
  override state = { failure: undefined };

  static override getDerivedStateFromError(thrown: unknown): { failure: string } {
    return { failure: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
  }

  /** Drawn or not, it was an error that nobody expected: it goes where those of this page go. */
  override componentDidCatch(thrown: unknown): void {
    reportError(thrown);
  }

  override render() {
    if (this.state.failure === undefined) return this.props.children;
    return (
      <TextContext.Consumer>
        {({ t }) => (
          <main class="page-broken">
            <Notice
              icon="alert"
              tone="bad"
              title={t('words.page-broken')}
              actions={
                <Button kind="primary" icon="refresh" onClick={() => location.reload()}>
                  {t('words.reload')}
                </Button>
              }
            >
              <p>{t('words.page-broken-text')}</p>
              <p class="tiny mono">{this.state.failure}</p>
            </Notice>
          </main>
        )}
      </TextContext.Consumer>
    );
  }
}
