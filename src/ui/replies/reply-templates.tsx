import { useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { TemplateFacts } from '../../model/templates/fill-template';
import type { TemplateVariable } from '../../model/templates/template-variables.catalog';
import { formatList } from '../format/format-list';
import { RepeatNotice } from '../templates/repeat-notice';
import { TemplatePicker } from '../templates/template-picker';
import { useTexts } from '../text-context';

export interface ReplyTemplatesProps {
  readonly open: Signal<boolean>;
  /** Around the text field. */
  readonly box: RefObject<HTMLElement | null>;
  /** What is stored of whom it is for. */
  readonly facts: TemplateFacts;
  /** What stands in the box. */
  readonly text: string;
  readonly onInsert: (words: string) => void;
}

/** Templates for a reply; what was left out, and words that went to many lately, are said. */
export function ReplyTemplates({ open, box, facts, text, onInsert }: ReplyTemplatesProps) {
  const { t, language } = useTexts();
  const leftOut = useSignal<readonly TemplateVariable[]>([]);
  const isEmpty = text.trim() === '';
  return (
    <>
      <TemplatePicker
        open={open}
        box={box}
        facts={facts}
        onInsert={(filled) => {
          leftOut.value = filled.missing;
          onInsert(filled.text);
        }}
      />
      {!isEmpty && leftOut.value.length > 0 && (
        <p class="tiny field-problem" role="status">
          {t('templates.left-out', {
            names: formatList(
              leftOut.value.map((variable) => t(`templates.variable-${variable}`)),
              language,
            ),
          })}
        </p>
      )}
      {!isEmpty && <RepeatNotice contents={[text]} />}
    </>
  );
}
