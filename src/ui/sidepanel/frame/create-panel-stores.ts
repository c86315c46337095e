import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { createCommentView } from '../../../workers/comment-view/client';
import type { CommentView } from '../../../workers/comment-view/types';
import { createDeedsStore, type DeedsStore } from '../../deeds/state/create-deeds-store';
import { createEnrichStores, type EnrichStores } from '../../enrich/state/create-enrich-stores';
import { createJobsStore, type JobsStore } from '../../jobs/state/create-jobs-store';
import { createMediaStore, type MediaStore } from '../../media/create-media-store';
import type { Ui } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { createExportStore, type ExportStore } from '../../stores/export-store';
import { createLoadingStore, type LoadingStore } from '../../stores/loading-store';
import { createNoteStore, type NoteStore } from '../../stores/note-store';
import { createTabStore, type TabStore, type TabView } from '../../stores/tab-store';
import { createRepliesStore, type RepliesStore } from '../../replies/state/create-replies-store';
import { createCommentsStore, type CommentsStore } from '../comments/create-comments-store';

export interface PanelStores {
  readonly tab: TabStore;
  readonly view: ReadonlySignal<TabView | undefined>;
  /** The note the tab shows now. */
  readonly noteInTab: ReadonlySignal<string | undefined>;
  /** The note the panel shows: the pinned one, else the tab's. */
  readonly noteId: ReadonlySignal<string | undefined>;
  readonly pinnedId: ReadonlySignal<string | undefined>;
  /** Keeps showing the current note, or follows the tab again. */
  setPinned(pinned: boolean): void;
  /** Shows a stored note without a tab of its own; it stays until the tab is followed again. */
  showStored(noteId: string): void;
  /** A note that is being forgotten is out of sight while that can be taken back. */
  readonly hiddenId: ReadonlySignal<string | undefined>;
  hide(noteId: string | undefined): void;
  readonly note: NoteStore;
  readonly comments: CommentsStore;
  readonly loading: LoadingStore;
  readonly exports: ExportStore;
  /** Jobs of the note that is shown. */
  readonly jobs: JobsStore;
  readonly media: MediaStore;
  readonly enrich: EnrichStores;
  /** Likes, saves and deletions in the note that is shown. */
  readonly deeds: DeedsStore;
  /** Drafts and orders of replies, to all comments. */
  readonly replies: RepliesStore;
}

/** Everything the side panel shows, for as long as the panel is open. */
export function createPanelStores(ui: Ui, commentView: CommentView = createCommentView()): PanelStores {
  const { ports, signal: until } = ui;
  const tab = createTabStore(ports, until);
  const pinnedId = signal<string | undefined>(undefined);
  const hiddenId = signal<string | undefined>(undefined);
  const view = computed(() => findValue(tab.view.value));
  const noteInTab = computed(() => view.value?.page?.note?.noteId);
  const noteId = computed(() => pinnedId.value ?? noteInTab.value);
  // The list of comments reads its own.
  const note = createNoteStore(ports, noteId, until, 0);
  const comments = createCommentsStore(commentView);

  const stop = effect(() => {
    if (noteId.value !== undefined) comments.show(noteId.value);
  });
  const isShown = (changed: string | undefined) => changed === undefined || changed === noteId.peek();
  ports.onEvent('comments.changed', (event) => isShown(event.noteId) && comments.refresh(), until);
  // What the user searches for outlives that other things were removed, this note's comments among them.
  const reread = (removed: string | undefined) =>
    removed === undefined ? comments.refresh() : comments.retry();
  ports.onEvent('stored.removed', (event) => isShown(event.noteId) && reread(event.noteId), until);
  until.addEventListener('abort', () => {
    stop();
    comments.close();
  });

  return {
    tab,
    view,
    noteInTab,
    noteId,
    pinnedId,
    setPinned: (pinned) => (pinnedId.value = pinned ? noteId.peek() : undefined),
    showStored: (id) => (pinnedId.value = id),
    hiddenId,
    hide: (id) => (hiddenId.value = id),
    note,
    comments,
    loading: createLoadingStore(
      ports,
      computed(() => view.value?.tab.tabId),
      until,
    ),
    exports: createExportStore(ports, noteId, until),
    jobs: createJobsStore(ports, until, noteId),
    media: createMediaStore(ports, until, noteId),
    deeds: createDeedsStore(ports, noteId, until),
    enrich: createEnrichStores(ports, note.note, until),
    replies: createRepliesStore(ports, until),
  };
}
