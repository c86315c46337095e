import type { CaptureKind } from '../../model/settings';
import type { Sightings } from '../sightings';

/** A response of the page's own, as it was copied. */
export interface Capture {
  readonly url: string;
  readonly status: number;
  readonly body: string;
  readonly requestBody?: string | undefined;
  readonly pageUrl: string;
}

export interface ParsedCapture {
  readonly endpointId: string;
  readonly kind: CaptureKind | 'viewer' | 'action';
  readonly sightings: Sightings;
  /** Ids of rows that were left out because they belong to another note than the asked one. */
  readonly dropped: readonly string[];
}

export function parseCapture(_capture: Capture): ParsedCapture | undefined {
  throw new Error('being written');
}
