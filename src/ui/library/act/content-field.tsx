import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TemplateVariable } from '../../../model/templates/template-variables.catalog';
import { TextField } from '../../controls/text-field';
import { formatList } from '../../format/format-list';
import { RepeatNotice } from '../../templates/repeat-notice';
import { useTemplateFacts } from '../../templates/state/use-template-facts';
import { TemplateButton, TemplatePicker } from '../../templates/template-picker';
import { useTexts } from '../../text-context';
import { readNote } from './to-command';
import type { ActForm } from './to-command';

export interface ContentFieldProps {
  readonly form: ActForm;
  readonly problem: string | undefined;
  readonly onInput: (content: string) => void;
  readonly onSubmit: () => void;
}

/** What is to be written, by hand or from a template that is filled in with what is known of the target. */
export function ContentField({ form, problem, onInput, onSubmit }: ContentFieldProps) {
  const { t, language } = useTexts();
  const open = useSignal(false);
  const leftOut = useSignal<readonly TemplateVariable[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const commentId =
    form.action === 'reply' && form.commentId.trim() !== '' ? form.commentId.trim() : undefined;
  const facts = useTemplateFacts(readNote(form.note)?.noteId, commentId);
  return (
    <div class="stack stack-tight" ref={box}>
      <TextField
        label={t('act.content')}
        placeholder={t('act.content-placeholder')}
        icon="comment"
        value={form.content}
        onInput={(content) => {
          leftOut.value = [];
          onInput(content);
        }}
        onSubmit={onSubmit}
        problem={problem}
      >
        <span class="tiny faint">{t('act.length', { count: [...form.content].length })}</span>
        <TemplateButton open={open} />
      </TextField>
      <TemplatePicker
        open={open}
        box={box}
        facts={facts.value}
        onInsert={({ text, missing }) => {
          leftOut.value = missing;
          onInput(form.content + text.replace(/\s*\n\s*/g, ' '));
        }}
      />
      {leftOut.value.length > 0 && (
        <p class="small field-problem" role="status">
          {t('templates.left-out', {
            names: formatList(
              leftOut.value.map((variable) => t(`templates.variable-${variable}`)),
              language,
            ),
          })}
        </p>
      )}
      {form.content.trim() !== '' && <RepeatNotice contents={[form.content]} />}
    </div>
  );
}
