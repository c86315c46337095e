import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { findTemplates } from '../../model/templates/find-templates';
import type { Template } from '../../model/templates/template';
import { Button } from '../controls/button';
import { TextField } from '../controls/text-field';
import { TallList } from '../library/lists/tall-list';
import { useSave } from '../shell/use-save';
import { useUi } from '../shell/ui-context';
import { AsyncView } from '../surfaces/async-view';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import { ImportDialog } from './import-dialog';
import { TemplateEditor } from './template-editor';
import { TemplateLine } from './template-line';
import { useTemplates } from './state/use-templates';
import { useTemplateFiles } from './use-template-files';
import './templates.css';

/** Texts that are used again and again: written, found, taken in and given on. */
export function TemplatesScreen() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const store = useTemplates();
  const hidden = useSignal<ReadonlySet<string>>(new Set());
  const search = useSignal('');
  const edited = useSignal<{ readonly template?: Template } | undefined>(undefined);
  const state = store.templates.value;
  const stored = state.state === 'ready' ? state.value : [];
  const all = stored.filter(({ templateId }) => !hidden.value.has(templateId));
  const files = useTemplateFiles(all);
  const show = (templateId: string) =>
    (hidden.value = new Set([...hidden.value].filter((one) => one !== templateId)));
  const remove = ({ templateId, name }: Template) => {
    hidden.value = new Set([...hidden.value, templateId]);
    // It stays out of sight until it is gone, and comes back where it could not be removed.
    const commit = async () => {
      if (!(await save(ports.client('template.remove', { templateId })))) show(templateId);
    };
    toasts.showUndo(
      t('templates.removed', { name }),
      () => void commit(),
      () => show(templateId),
    );
  };
  const found = findTemplates(all, search.value);
  return (
    <>
      <ScreenHead
        hasAny={all.length > 0}
        onNew={() => (edited.value = {})}
        onFile={(file) => void files.take(file)}
        onExport={() => void files.write()}
      />
      <div class="stack">
        {files.problem.value !== undefined && (
          <Notice icon="alert" tone="bad" shape="line" title={files.problem.value} />
        )}
        <AsyncView
          of={all.length === 0 && state.state === 'ready' ? { state: 'empty' } : state}
          lines={5}
          empty={
            <Notice icon="text" title={t('templates.empty-title')}>
              {t('templates.empty-text', { variable: `{${t('templates.token-nickname')}}` })}
            </Notice>
          }
          onRetry={() => void store.refresh()}
        >
          {() => (
            <>
              <TextField
                kind="search"
                icon="search"
                label={t('templates.search')}
                placeholder={t('templates.search')}
                value={search.value}
                onInput={(value) => (search.value = value)}
              />
              {found.length === 0 && (
                <p class="small soft" role="status">
                  {t('templates.no-match')}
                </p>
              )}
              <div role="list" aria-label={t('templates.list')}>
                <TallList
                  rows={found}
                  keyOf={({ templateId }) => templateId}
                  usualHeight={92}
                  draw={(template, index) => (
                    <TemplateLine
                      template={template}
                      place={{ index, count: found.length }}
                      onEdit={() => (edited.value = { template })}
                      onRemove={() => remove(template)}
                    />
                  )}
                />
              </div>
            </>
          )}
        </AsyncView>
      </div>
      {edited.value && (
        <TemplateEditor
          template={edited.value.template}
          all={all}
          onClose={() => (edited.value = undefined)}
        />
      )}
      {files.plan.value && <ImportDialog plan={files.plan.value} stored={all} onClose={() => files.drop()} />}
    </>
  );
}

interface ScreenHeadProps {
  readonly hasAny: boolean;
  readonly onNew: () => void;
  readonly onFile: (file: File) => void;
  readonly onExport: () => void;
}

function ScreenHead({ hasAny, onNew, onFile, onExport }: ScreenHeadProps) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="screen-head row-between">
      <div>
        <h2>{t('library.screen-templates')}</h2>
        <p>{t('templates.intro')}</p>
      </div>
      <div class="row wrap">
        <Button icon="share" onClick={() => input.current?.click()}>
          {t('templates.import')}
        </Button>
        <Button icon="download" disabled={!hasAny} onClick={onExport}>
          {t('templates.export')}
        </Button>
        <Button kind="primary" icon="text" onClick={onNew}>
          {t('templates.new')}
        </Button>
        <input
          ref={input}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-label={t('templates.import-file')}
          accept=".json,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            // The same file may be chosen again after it was changed.
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
