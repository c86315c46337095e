import { fillTemplate } from '../../model/templates/fill-template';
import type { TemplateFacts } from '../../model/templates/fill-template';
import { useTexts } from '../text-context';

export interface TemplatePreviewProps {
  readonly text: string;
  readonly facts: TemplateFacts;
}

/** A template as it will stand in the box: what was filled in is marked, what is not known is named in its place. */
export function TemplatePreview({ text, facts }: TemplatePreviewProps) {
  const { t } = useTexts();
  return (
    <span class="template-preview">
      {fillTemplate(text, facts).parts.map((part, index) => {
        if (part.is === 'words') return part.text;
        if (part.text !== '')
          return (
            <mark class={`template-fact template-${part.is}`} key={index}>
              {part.text}
            </mark>
          );
        const name = part.is === 'unknown' ? `{${part.name}}` : t(`templates.variable-${part.variable}`);
        return (
          <mark class="template-fact template-gap" key={index}>
            {t('templates.preview-unknown', { name })}
          </mark>
        );
      })}
    </span>
  );
}
