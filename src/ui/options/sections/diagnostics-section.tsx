import { useSignal } from '@preact/signals';
import type { Problem } from '../../../model/problems/problem';
import type { Settings } from '../../../model/settings';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { toDiagnosticsText } from '../diagnostics/to-diagnostics-text';
import { useProblems } from '../diagnostics/use-problems';

/** What went wrong lately, as a text for a report: nothing in it tells what was read. */
export function DiagnosticsSection({ now }: { now: Settings }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const { problems, read } = useProblems();
  const busy = useSignal(false);
  const copy = async () => {
    busy.value = true;
    // What is stored cannot always be measured, least of all when something is wrong with it.
    const stored = await ports.client('storage.measure', {}).catch(() => undefined);
    const text = toDiagnosticsText({
      version: ports.version,
      browser: ports.browserVersion,
      browserLanguage: ports.browserLanguage,
      settings: now,
      stored,
      problems: findValue(problems.value) ?? [],
    });
    await navigator.clipboard.writeText(text).then(
      () => toasts.show(t('words.copied')),
      () => toasts.show(t('words.copy-refused'), { tone: 'bad' }),
    );
    busy.value = false;
  };
  const clear = async () => {
    if (await save(ports.client('problem.clear', {}))) await read();
  };
  return (
    <Card
      title={t('options.diagnostics')}
      action={<IconButton icon="refresh" label={t('words.retry')} size={16} onClick={() => void read()} />}
    >
      <div class="stack">
        <p class="small soft">{t('options.diagnostics-hint')}</p>
        <AsyncView
          of={problems.value}
          empty={<p class="small faint">{t('options.diagnostics-none')}</p>}
          onRetry={() => void read()}
        >
          {(list) => (
            <ul class="problems" tabIndex={0} aria-label={t('options.diagnostics')}>
              {list.map((problem) => (
                <ProblemLine problem={problem} key={`${problem.at} ${problem.code} ${problem.where}`} />
              ))}
            </ul>
          )}
        </AsyncView>
        <div class="row wrap">
          <Button icon="copy" busy={busy.value} onClick={() => void copy()}>
            {t('options.diagnostics-copy')}
          </Button>
          {problems.value.state === 'ready' && (
            <Button kind="ghost" icon="trash" onClick={() => void clear()}>
              {t('options.diagnostics-clear')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const { at, code, where, missing, failure, times } = problem;
  return (
    <li>
      <div class="row row-between small">
        <span>{t(`error.${code}`)}</span>
        <span class="faint">
          <Moment at={at} />
        </span>
      </div>
      <p class="tiny mono faint break">
        {[`${code} (${where})`, missing, failure && `${failure.name}: ${failure.message}`]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {times > 1 && <p class="tiny faint">{t('options.diagnostics-times', { times })}</p>}
    </li>
  );
}
