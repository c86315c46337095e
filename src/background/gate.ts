import { AppError } from '../model/errors';
import { mayStore } from '../model/settings';
import type { CaptureKind, Settings } from '../model/settings';

/** Throws `consent-missing` or `paused` unless things may be stored now. */
export function demandStoring(settings: Settings): void {
  if (settings.consent === undefined) throw new AppError('consent-missing');
  if (settings.paused) throw new AppError('paused');
}

/** Whether what belongs to this kind may be kept now. */
export function mayKeep(settings: Settings, kind: CaptureKind): boolean {
  return mayStore(settings) && settings.capture[kind];
}
