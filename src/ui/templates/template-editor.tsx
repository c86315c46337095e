import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { fillTemplate } from '../../model/templates/fill-template';
import { LONGEST_TEMPLATE, LONGEST_TEMPLATE_NAME, toNameKey } from '../../model/templates/template';
import type { Template } from '../../model/templates/template';
import { TEMPLATE_VARIABLES } from '../../model/templates/template-variables.catalog';
import { Button } from '../controls/button';
import { TextField } from '../controls/text-field';
import { formatList } from '../format/format-list';
import { useSave } from '../shell/use-save';
import { useUi } from '../shell/ui-context';
import { Dialog } from '../surfaces/dialog';
import { useTexts, type Texts } from '../text-context';
import { TemplatePreview } from './template-preview';

export interface TemplateEditorProps {
  /** Absent: a new one. */
  readonly template?: Template | undefined;
  /** All that are there, for their names. */
  readonly all: readonly Template[];
  readonly onClose: () => void;
}

/** Name and text of a template, with what it will look like. */
export function TemplateEditor({ template, all, onClose }: TemplateEditorProps) {
  const { ports, toasts } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const save = useSave();
  const name = useSignal(template?.name ?? '');
  const text = useSignal(template?.text ?? '');
  const hasTried = useSignal(false);
  const busy = useSignal(false);
  const others = all.filter(({ templateId }) => templateId !== template?.templateId);
  const problems = hasTried.value ? findProblems(name.value, text.value, others, texts) : {};
  const press = async () => {
    hasTried.value = true;
    if (Object.keys(findProblems(name.value, text.value, others, texts)).length > 0) return;
    busy.value = true;
    const words = { name: name.value.trim(), text: text.value.trim() };
    const change = template ? { templateId: template.templateId, ...words } : words;
    const isSaved = await save(ports.client('templates.save', { templates: [change] }));
    busy.value = false;
    if (!isSaved) return;
    toasts.show(t('templates.saved'));
    onClose();
  };
  return (
    <Dialog
      title={t(template ? 'templates.editor-edit' : 'templates.editor-new')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" busy={busy.value} onClick={() => void press()}>
            {t('templates.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('templates.name')}
        placeholder={t('templates.name-placeholder')}
        value={name.value}
        problem={problems.name}
        onInput={(value) => (name.value = value)}
        onSubmit={() => void press()}
      />
      <TemplateText value={text.value} problem={problems.text} onInput={(value) => (text.value = value)} />
      <EditorPreview text={text.value} />
    </Dialog>
  );
}

interface TemplateTextProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onInput: (value: string) => void;
}

/** The text, and the variables that are put where the caret is. */
function TemplateText({ value, problem, onInput }: TemplateTextProps) {
  const { t } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const example = `{${t('templates.token-nickname')}|${t('templates.example-instead')}}`;
  const insert = (words: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {};
    onInput(value.slice(0, selectionStart) + words + value.slice(selectionEnd));
    const caret = selectionStart + words.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  return (
    <div class="field">
      <textarea
        ref={field}
        class={problem === undefined ? 'text-area template-text' : 'text-area template-text field-wrong'}
        aria-label={t('templates.text')}
        aria-invalid={problem !== undefined}
        {...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` })}
        placeholder={t('templates.text-placeholder')}
        rows={4}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div class="row wrap template-variables" role="group" aria-label={t('templates.variables')}>
        {TEMPLATE_VARIABLES.map((variable) => (
          <Button key={variable} size="small" onClick={() => insert(`{${t(`templates.token-${variable}`)}}`)}>
            {t(`templates.variable-${variable}`)}
          </Button>
        ))}
        <span class="tiny faint grow template-length">
          {t('templates.length', { count: [...value].length })}
        </span>
      </div>
      <p class="tiny faint">{t('templates.variables-hint', { example })}</p>
    </div>
  );
}

/** As it would read for somebody invented, and for somebody of whom nothing is known. */
function EditorPreview({ text }: { text: string }) {
  const { t, language } = useTexts();
  if (text.trim() === '') return null;
  const sample = Object.fromEntries(
    TEMPLATE_VARIABLES.map((variable) => [variable, t(`templates.sample-${variable}`)]),
  );
  const bare = fillTemplate(text, {});
  const hasVariables = bare.parts.some((part) => part.is === 'known' || part.is === 'missing');
  return (
    <div class="template-sample">
      <span class="tiny faint">{t(hasVariables ? 'templates.preview-sample' : 'templates.preview')}</span>
      <p>
        <TemplatePreview text={text} facts={sample} />
      </p>
      {hasVariables && (
        <>
          <span class="tiny faint">{t('templates.preview-bare')}</span>
          <p>{bare.text}</p>
        </>
      )}
      {bare.unknown.length > 0 && (
        <p class="small field-problem" role="status">
          {t('templates.unknown-variable', {
            names: formatList(
              bare.unknown.map((one) => `{${one}}`),
              language,
            ),
          })}
        </p>
      )}
    </div>
  );
}

function findProblems(
  name: string,
  text: string,
  others: readonly Template[],
  { t }: Texts,
): { readonly name?: string; readonly text?: string } {
  const isTaken = others.some((other) => toNameKey(other.name) === toNameKey(name));
  return {
    ...(name.trim() === ''
      ? { name: t('templates.name-wanted') }
      : name.trim().length > LONGEST_TEMPLATE_NAME
        ? { name: t('templates.too-long', { most: LONGEST_TEMPLATE_NAME }) }
        : isTaken
          ? { name: t('error.name-taken') }
          : {}),
    ...(text.trim() === ''
      ? { text: t('templates.text-wanted') }
      : text.trim().length > LONGEST_TEMPLATE
        ? { text: t('templates.too-long', { most: LONGEST_TEMPLATE }) }
        : {}),
  };
}
