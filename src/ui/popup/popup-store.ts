import { computed, type ReadonlySignal } from '@preact/signals';
import { createDeedsStore, type DeedsStore } from '../deeds/state/create-deeds-store';
import type { NoteGap } from '../../model/enrich/note-gaps';
import type { EnrichStore } from '../enrich/state/create-enrich-store';
import { createNoteEnrichStore } from '../enrich/state/create-enrich-stores';
import { createJobsStore, type JobsStore } from '../jobs/state/create-jobs-store';
import type { Ui } from '../shell/ui-context';
import { createExportStore, type ExportStore } from '../stores/export-store';
import { createNoteStore, type NoteStore } from '../stores/note-store';
import { createTabStore, type TabStore } from '../stores/tab-store';
import { findFace, type PopupFace } from './find-face';

export interface PopupStore {
  readonly tab: TabStore;
  /** `undefined` while the tab is being asked. */
  readonly face: ReadonlySignal<PopupFace | undefined>;
  readonly note: NoteStore;
  readonly exports: ExportStore;
  readonly enrich: EnrichStore<NoteGap>;
  /** Likes and saves of the note in front. */
  readonly deeds: DeedsStore;
  /** Jobs of the note in front. */
  readonly jobs: JobsStore;
}

/** Comments that are shown under the note. */
const LATEST = 3;

/** Everything the popup shows, hung on the tab in front. */
export function createPopupStore(ui: Ui): PopupStore {
  const tab = createTabStore(ui.ports, ui.signal);
  const face = computed<PopupFace | undefined>(() => {
    const settings = ui.settings.settings.value;
    if (!settings) return undefined;
    if (!settings.consent) return { kind: 'setup' };
    const view = tab.view.value;
    if (view.state === 'loading') return undefined;
    if (view.state === 'failed') return { kind: 'not-reached' };
    return view.state === 'empty' ? { kind: 'elsewhere' } : findFace(settings, view.value);
  });
  const noteId = computed(() => (face.value?.kind === 'note' ? face.value.noteId : undefined));
  return {
    tab,
    face,
    note: createNoteStore(ui.ports, noteId, ui.signal, LATEST),
    exports: createExportStore(ui.ports, noteId, ui.signal),
    enrich: createNoteEnrichStore(ui.ports, noteId),
    deeds: createDeedsStore(ui.ports, noteId, ui.signal),
    jobs: createJobsStore(ui.ports, ui.signal, noteId),
  };
}
