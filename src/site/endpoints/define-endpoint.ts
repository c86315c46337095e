import type * as z from 'zod/mini';
import type { SiteHost } from '../../model/note';
import type { CaptureKind } from '../../model/settings';
import { readShape } from '../rows/read-shape';
import type { Sightings } from '../sightings';

/** What the page asked for, as far as the copy of its request tells. */
export interface Asked {
  readonly query: URLSearchParams;
  /** The request's body with keys in camelCase; empty when there was none or it was not kept. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Address of the page when the answer came. */
  readonly pageUrl: string;
  readonly host: SiteHost | undefined;
}

export interface EndpointReading {
  readonly sightings: Sightings;
  /** Ids of rows left out because they belong to another note than the asked one. */
  readonly dropped?: readonly string[];
}

/** One call of the page's whose answer is read. */
export interface Endpoint {
  readonly id: string;
  /** Which switch of the settings decides whether it is kept; `viewer` says who looks, `action` what they just did. */
  readonly kind: CaptureKind | 'viewer' | 'action';
  /** The whole path behind `/api/sns/web/` (site bundle 6.12.1, 2026-05). */
  readonly path: RegExp;
  /** The note that was asked for, where the call is about one. */
  readonly findNoteId?: (asked: Asked) => string | undefined;
  /** `payload` is the answer's `data` with keys in camelCase. Throws `page-changed` when its shape is another. */
  readonly read: (payload: unknown, asked: Asked) => EndpointReading;
}

interface EndpointPlan<T extends z.core.$ZodType> extends Omit<Endpoint, 'read'> {
  readonly shape: T;
  readonly map: (row: z.output<T>, asked: Asked) => EndpointReading;
}

/** Joins a call's shape with its mapping, so that no mapping sees what has not been checked. */
export function defineEndpoint<T extends z.core.$ZodType>(plan: EndpointPlan<T>): Endpoint {
  const { shape, map, ...rest } = plan;
  return { ...rest, read: (payload, asked) => map(readShape(shape, payload, plan.id), asked) };
}

/** A text of the request's body; `undefined` when it is empty or something else. */
export function findText(asked: Asked, key: string): string | undefined {
  const value = Object.hasOwn(asked.request, key) ? asked.request[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
