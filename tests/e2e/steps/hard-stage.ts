import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { NotePlan, ProviderCall } from '../../replica/types';
import { minimumCalls } from '../../replica/world/comment-paging';
import type { WorldNote } from '../../replica/world/types';
import type { ChromiumOptions } from '../../support/chromium';
import { readStore } from '../../support/extension-storage';
import { waitFor } from '../../support/wait-for';
import { DATABASE } from './collection-stand';
import type { StoredJob } from './collection-stand';
import { findNote } from './find-note';
import { launchWithProviders } from './launch-with-providers';
import type { Stage } from './launch-with-replica';
import { press } from './press-buttons';
import { prepareProviders } from './prepare-providers';
import type { ProviderCaller } from './prepare-providers';

/** What a call costs is entered, and no budget ends a job. */
const SETTINGS = {
  enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } },
  dailyBudget: {},
  jobBudget: {},
};

/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;

/** A browser with the extension, a key and a note in front, whose collecting is disturbed. */
export interface HardStage extends Stage {
  readonly caller: ProviderCaller;
  readonly site: Page;
  readonly panel: Page;
  /** Opens the note and waits until the panel offers to collect it. */
  show(key: string): Promise<WorldNote>;
  /** Presses "Collect all comments" while every call takes so long. */
  collect(latencyMs: number): Promise<void>;
  answerAfter(ms: number): void;
  /** The newest job of the note; `undefined` where there is none. */
  findJob(note: WorldNote): Promise<StoredNoteJob | undefined>;
  /** Waits until the note's newest job is as wanted, looking into the database, which wakes nobody. */
  awaitJob(note: WorldNote, what: string, isSo: (job: StoredNoteJob) => boolean): Promise<StoredNoteJob>;
  /** Ids of the note's comments that are stored. */
  listStored(note: WorldNote): Promise<string[]>;
}

export interface StoredNoteJob extends StoredJob {
  readonly noteId?: string;
  readonly updatedAt: number;
}

export async function openHardStage(
  notes: readonly NotePlan[],
  chromiumOptions: Partial<ChromiumOptions> = {},
): Promise<HardStage> {
  const stage = await launchWithProviders({ replica: { notes }, chromium: chromiumOptions });
  const { replica, chromium } = stage;
  const { extension } = chromium;
  const caller = await prepareProviders(extension.evaluate, replica, { tikhub: 'valid' });
  await caller.change(SETTINGS);
  await (await extension.findWelcomePage()).close();
  const site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl(notes[0]?.key ?? 'tea'));
  const panel = await extension.openSidePanel();
  panel.setDefaultTimeout(20_000);
  const answerAfter = (ms: number) => void (replica.providerFaults.tikhub.latencyMs = ms);
  const findJob = async ({ noteId }: WorldNote) => {
    const jobs = (await readStore(extension.evaluate, DATABASE, 'jobs')) as StoredNoteJob[];
    return jobs.filter((job) => job.noteId === noteId).toSorted((a, b) => b.createdAt - a.createdAt)[0];
  };
  return {
    ...stage,
    caller,
    site,
    panel,
    answerAfter,
    findJob,
    show: async (key) => {
      await site.bringToFront();
      await site.goto(replica.noteUrl(key));
      const note = findNote(replica, key);
      await panel.getByRole('heading', { name: note.title }).waitFor();
      await panel.getByText(/· TikHub App V2 is asked first/).waitFor();
      return note;
    },
    collect: async (latencyMs) => {
      replica.clearRecords();
      answerAfter(latencyMs);
      await press(panel, 'Collect all comments');
    },
    awaitJob: (note, what, isSo) =>
      waitFor(
        async () => {
          const job = await findJob(note);
          return job && isSo(job) ? job : undefined;
        },
        { what, timeoutMs: 60_000 },
      ),
    listStored: async ({ noteId }) => {
      const rows = (await readStore(extension.evaluate, DATABASE, 'comments')) as {
        noteId: string;
        commentId: string;
      }[];
      return rows.filter((row) => row.noteId === noteId).map(({ commentId }) => commentId);
    },
  };
}

const isAnswered = ({ status }: ProviderCall): boolean => status !== 429;

/** The vendor has seen every question about the note's comments once, and no more of them than it takes. */
export function expectAskedOnce(calls: readonly ProviderCall[], note: WorldNote): void {
  const asked = calls.filter(isAnswered).map(({ endpoint, query }) => JSON.stringify([endpoint, query]));
  expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  expect(asked).toHaveLength(minimumCalls(note).total + LOOK_FOR_FOLDED);
}

export const countAll = (note: WorldNote): number =>
  note.comments.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
