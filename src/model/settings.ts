import * as z from 'zod/mini';
import { actingSettingsSchema, DEFAULT_ACTING_SETTINGS } from './actions/acting-settings';
import { DEFAULT_EXPORT_CHOICE, exportChoiceSchema } from './exports/export-choice';
import { DEFAULT_PROVIDER_SETTINGS, providerSettingsSchema } from './providers/provider-settings';

/** What may be kept of what the user sees on the site, each on its own switch. */
export const captureKindsSchema = z.object({
  notes: z.boolean(),
  authors: z.boolean(),
  feeds: z.boolean(),
  searches: z.boolean(),
  notifications: z.boolean(),
});

export type CaptureKinds = z.infer<typeof captureKindsSchema>;
export type CaptureKind = keyof CaptureKinds;

export const settingsSchema = z.object({
  /** When the welcome page was answered with yes, and which version of its text; absent: nothing may be stored. */
  consent: z.optional(z.object({ answeredAt: z.number(), textVersion: z.number() })),
  paused: z.boolean(),
  capture: captureKindsSchema,
  /** Days after which what was not seen again is removed, per kind; `null`: kept until deleted. */
  retentionDays: z.object({
    notes: z.nullable(z.number()),
    authors: z.nullable(z.number()),
    sightings: z.nullable(z.number()),
  }),
  language: z.enum(['auto', 'zh-CN', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  /** "Load comments for me": pause between two steps and the most it does in one go. */
  loading: z.object({ minPauseMs: z.number(), maxPauseMs: z.number(), maxSteps: z.number() }),
  csv: z.object({ preset: z.enum(['excel', 'plain']), withNoteColumns: z.boolean() }),
  /** What was chosen last where every kind of file is offered; `csv` is what one click gives. */
  exporting: exportChoiceSchema,
  providers: providerSettingsSchema,
  /** A message of the browser when a job is over, where the browser lets us. */
  notifyJobs: z.boolean(),
  acting: actingSettingsSchema,
  /** When the notifications in the side panel were looked at last. */
  notificationsSeenAt: z.optional(z.number()),
  /** When the text about several accounts was agreed to, and which version of it; `null`: they are off. */
  accounts: z.nullable(z.object({ agreedAt: z.number(), textVersion: z.number() })),
});

export type Settings = z.infer<typeof settingsSchema>;

/** As installed: nothing agreed to, notes the user opens on, everything else off. */
export const DEFAULT_SETTINGS: Settings = {
  paused: false,
  capture: { notes: true, authors: false, feeds: false, searches: false, notifications: false },
  retentionDays: { notes: 90, authors: 90, sightings: 90 },
  language: 'auto',
  theme: 'auto',
  loading: { minPauseMs: 1_500, maxPauseMs: 3_500, maxSteps: 400 },
  csv: { preset: 'excel', withNoteColumns: false },
  exporting: DEFAULT_EXPORT_CHOICE,
  providers: DEFAULT_PROVIDER_SETTINGS,
  notifyJobs: false,
  acting: DEFAULT_ACTING_SETTINGS,
  accounts: null,
};

/** Whether anything may be stored right now. */
export function mayStore(settings: Settings): boolean {
  return settings.consent !== undefined && !settings.paused;
}
