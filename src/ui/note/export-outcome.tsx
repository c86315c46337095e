import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import type { ExportStore } from '../stores/export-store';
import { Notice } from '../surfaces/notice';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';
import { ExportReport } from './export-report';
import { FileName } from './file-name';

/** How the note's latest export goes or went. */
export function ExportOutcome({ exports }: { exports: ExportStore }) {
  const { t } = useTexts();
  const state = exports.current.value;
  const failure = exports.failure.value ?? state?.error;
  const close = (
    <IconButton icon="close" size={14} label={t('words.close')} onClick={() => exports.dismiss()} />
  );
  if (failure) {
    return (
      <Notice icon="alert" tone="bad" shape="line" title={t('popup.export-failed')} actions={close}>
        {t(`error.${failure.code}`)}
      </Notice>
    );
  }
  if (!state) return null;
  if (state.state === 'done') {
    return (
      <>
        <Notice
          icon="check"
          tone="good"
          shape="line"
          title={t('popup.export-done', { rows: state.rows })}
          actions={close}
        >
          {state.fileName !== undefined && (
            <p>
              <FileName name={state.fileName} />
            </p>
          )}
          {state.reportName !== undefined && (
            <p class="tiny row export-report">
              <span>{t('popup.export-report')}</span>
              <FileName name={state.reportName} />
            </p>
          )}
        </Notice>
        {state.report && <ExportReport report={state.report} />}
      </>
    );
  }
  const isSaving = state.state === 'saving';
  return (
    <div class="row">
      <div class="grow">
        <ProgressBar
          label={t(isSaving ? 'popup.export-saving' : 'popup.export-writing')}
          value={state.rows}
          max={isSaving ? undefined : state.expectedRows}
          text={t('popup.export-rows', { rows: state.rows, total: state.expectedRows })}
        />
      </div>
      <Button size="small" onClick={() => void exports.cancel()}>
        {t('words.cancel')}
      </Button>
    </div>
  );
}
