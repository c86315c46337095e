import { fillTemplate } from '../../model/templates/fill-template';
import type { Template } from '../../model/templates/template';
import { Moment } from '../content/moment';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { toListItem, type ListPlace } from '../library/lists/list-place';
import { useTexts } from '../text-context';

export interface TemplateLineProps {
  readonly template: Template;
  readonly place: ListPlace;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A template: its name, its text with the variables marked, when it was used last. */
export function TemplateLine({ template, place, onEdit, onRemove }: TemplateLineProps) {
  const { t } = useTexts();
  const { name, text, usedAt } = template;
  return (
    <div class="card card-plain template-line" {...toListItem(place)}>
      <div class="grow">
        <p class="row wrap">
          <span class="strong break">{name}</span>
          <span class="tiny faint">
            {usedAt === undefined ? (
              t('templates.never-used')
            ) : (
              <>
                {t('templates.used')} <Moment at={usedAt} />
              </>
            )}
          </span>
        </p>
        <p class="small soft cut-2 break">
          {fillTemplate(text, {}).parts.map((part, index) =>
            part.is === 'words' ? (
              part.text
            ) : (
              <mark class={`template-fact template-${part.is === 'unknown' ? 'gap' : 'known'}`} key={index}>
                {part.is === 'unknown'
                  ? `{${part.name}}`
                  : part.is === 'missing' && part.text !== ''
                    ? `${t(`templates.variable-${part.variable}`)} / ${part.text}`
                    : t(`templates.variable-${part.variable}`)}
              </mark>
            ),
          )}
        </p>
      </div>
      <Button size="small" onClick={onEdit}>
        <span aria-hidden="true">{t('templates.edit-short')}</span>
        <span class="unseen">{t('templates.edit', { name })}</span>
      </Button>
      <IconButton icon="trash" label={t('templates.remove', { name })} onClick={onRemove} />
    </div>
  );
}
