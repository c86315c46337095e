import { useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { fillTemplate } from '../../model/templates/fill-template';
import type { FilledTemplate, TemplateFacts } from '../../model/templates/fill-template';
import { findTemplates } from '../../model/templates/find-templates';
import type { Template } from '../../model/templates/template';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { TextField } from '../controls/text-field';
import { useUi } from '../shell/ui-context';
import { AsyncView } from '../surfaces/async-view';
import { useTexts } from '../text-context';
import { TemplateOptions } from './template-options';
import { useTemplates } from './state/use-templates';
import './templates.css';

export interface TemplatePickerProps {
  readonly open: Signal<boolean>;
  /**
   * Around the box that the text goes into. In it Alt+T opens the picker, and so does `/` while the box is empty; the focus
   * goes back to it.
   */
  readonly box: RefObject<HTMLElement | null>;
  /** What is known of whom the text is for. */
  readonly facts: TemplateFacts;
  readonly onInsert: (filled: FilledTemplate) => void;
}

/** Opens and closes a picker; stands among the buttons of its box. */
export function TemplateButton({ open }: { open: Signal<boolean> }) {
  const { t } = useTexts();
  return (
    <IconButton
      icon="text"
      label={t('templates.pick')}
      pressed={open.value}
      onClick={() => (open.value = !open.value)}
    />
  );
}

const findField = (box: HTMLElement | null) => box?.querySelector<HTMLElement>('textarea, input');

/** Templates to choose from, by keys alone: type to search, arrows to choose, Enter inserts, Escape closes. */
export function TemplatePicker({ open, box, facts, onInsert }: TemplatePickerProps) {
  useEffect(() => {
    const element = box.current;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      // AltGr is Ctrl and Alt on some keyboards: it types characters.
      const isKey = event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyT';
      const isSlash = event.key === '/' && isField && target.value === '';
      if (event.isComposing || open.value || !(isKey || isSlash)) return;
      event.preventDefault();
      open.value = true;
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, []);
  const close = () => {
    open.value = false;
    findField(box.current)?.focus();
  };
  if (!open.value) return null;
  return (
    <OpenPicker
      facts={facts}
      onClose={close}
      onInsert={(filled) => {
        onInsert(filled);
        close();
      }}
    />
  );
}

interface OpenPickerProps extends Pick<TemplatePickerProps, 'facts' | 'onInsert'> {
  readonly onClose: () => void;
}

function OpenPicker({ facts, onInsert, onClose }: OpenPickerProps) {
  const { ports } = useUi();
  const { t } = useTexts();
  const store = useTemplates();
  const search = useSignal('');
  const active = useSignal(0);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  // In the same turn as it is drawn: what is typed right after the key is searched for.
  useLayoutEffect(() => findField(panel.current)?.focus(), []);
  const all = store.templates.value.state === 'ready' ? store.templates.value.value : [];
  const found = findTemplates(all, search.value);
  const at = Math.min(active.value, Math.max(0, found.length - 1));
  const choose = (template: Template | undefined) => {
    if (!template) return;
    // When it was used is worth no word, should it not be kept.
    ports.client('template.use', { templateId: template.templateId }).catch(() => undefined);
    onInsert(fillTemplate(template.text, facts));
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      event.stopPropagation();
      choose(found[at]);
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to === undefined || found.length === 0) return;
    event.preventDefault();
    active.value = (to + found.length) % found.length;
  };
  return (
    <div
      class="template-picker"
      role="group"
      aria-label={t('templates.picker')}
      ref={panel}
      onKeyDown={press}
    >
      <TextField
        kind="search"
        icon="search"
        label={t('templates.search')}
        placeholder={t('templates.search')}
        value={search.value}
        onInput={(value) => {
          search.value = value;
          active.value = 0;
        }}
      />
      <AsyncView
        of={store.templates.value}
        lines={2}
        empty={<p class="small soft">{t('templates.picker-empty')}</p>}
        onRetry={() => void store.refresh()}
      >
        {() => <TemplateOptions id={id} templates={found} active={at} facts={facts} onChoose={choose} />}
      </AsyncView>
      <div class="row row-between">
        <span class="tiny faint">{t('templates.picker-keys')}</span>
        <Button size="small" kind="ghost" onClick={() => void ports.openPage('library', 'templates')}>
          {t('templates.manage')}
        </Button>
      </div>
    </div>
  );
}
