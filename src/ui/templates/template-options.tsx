import { useEffect, useRef } from 'preact/hooks';
import type { TemplateFacts } from '../../model/templates/fill-template';
import type { Template } from '../../model/templates/template';
import { useTexts } from '../text-context';
import { TemplatePreview } from './template-preview';

export interface TemplateOptionsProps {
  readonly id: string;
  readonly templates: readonly Template[];
  /** The one that Enter takes, by its index. */
  readonly active: number;
  readonly facts: TemplateFacts;
  readonly onChoose: (template: Template) => void;
}

/** Templates as they would stand in the box; which one Enter takes is read out. */
export function TemplateOptions({ id, templates, active, facts, onChoose }: TemplateOptionsProps) {
  const { t } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const chosen = templates[active];
  return (
    <>
      <div class="template-options" role="listbox" aria-label={t('templates.list')} ref={list}>
        {templates.map((template, index) => (
          <div
            key={template.templateId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            class={index === active ? 'template-option template-on' : 'template-option'}
            onClick={() => onChoose(template)}
          >
            <span class="strong small cut">{template.name}</span>
            <span class={index === active ? 'small soft' : 'small soft cut-2'}>
              <TemplatePreview text={template.text} facts={facts} />
            </span>
          </div>
        ))}
        {templates.length === 0 && <p class="small soft template-none">{t('templates.no-match')}</p>}
      </div>
      <span class="unseen" role="status">
        {chosen?.name}
      </span>
    </>
  );
}
