import type { ComponentChildren } from 'preact';
import type { Translate } from '../../../i18n/t';
import type { Note } from '../../../model/note';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Segmented } from '../../controls/segmented';
import { toNoteTitle } from '../../format/to-note-title';
import { BrandMark } from '../../icons/brand-mark';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';
import { NoteMenu } from './note-menu';

export type PanelTab = 'details' | 'comments' | 'replies';

export interface PanelHeadProps {
  readonly stores: PanelStores;
  readonly note: Note | undefined;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  /** Comments that wait for an answer; `undefined`: not counted (yet). */
  readonly waiting: number | undefined;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** Which note this is, whether the panel follows the tab or stays, and the two screens. */
export function PanelHead({ stores, note, tab, onTab, waiting, children }: PanelHeadProps) {
  const { t } = useTexts();
  const pinned = stores.pinnedId.value !== undefined;
  const elsewhere =
    pinned && stores.noteInTab.value !== undefined && stores.noteInTab.value !== stores.noteId.value;
  const title = (note && toNoteTitle(note)) || note?.author?.nickname || t('panel.title');
  return (
    <header class="panel-head">
      <div class="row">
        <BrandMark size={22} />
        <h1 class="panel-title grow cut" title={title}>
          {title}
        </h1>
        <IconButton
          icon="pin"
          label={pinned ? t('panel.follow') : t('panel.pin')}
          pressed={pinned}
          disabled={stores.noteId.value === undefined}
          onClick={() => stores.setPinned(!pinned)}
        />
        {children}
        <NoteMenu stores={stores} note={note} />
      </div>
      {elsewhere && (
        <div class="row row-between small soft" role="status">
          <span>{t('panel.pinned-elsewhere')}</span>
          <Button kind="ghost" size="small" onClick={() => stores.setPinned(false)}>
            {t('panel.show-current')}
          </Button>
        </div>
      )}
      {(stores.noteId.value !== undefined || tab === 'replies') && (
        <div class="panel-tabs">
          <Segmented
            label={t('panel.screens')}
            value={tab}
            options={[
              { value: 'details', label: t('panel.tab-details') },
              { value: 'comments', label: t('panel.tab-comments') },
              { value: 'replies', label: toRepliesLabel(waiting, t) },
            ]}
            onChange={onTab}
          />
        </div>
      )}
    </header>
  );
}

function toRepliesLabel(waiting: number | undefined, t: Translate): string {
  if (waiting === undefined || waiting === 0) return t('panel.tab-replies');
  return t('panel.tab-replies-count', { count: waiting > 999 ? '999+' : waiting });
}
