import { parseLooseJson } from '../../lib/parse-loose-json';
import { AppError } from '../../model/errors';
import type { CaptureKind } from '../../model/settings';
import { parsePageRef } from '../routes';
import { toCamel } from '../rows/to-camel';
import type { Sightings } from '../sightings';
import { findStanding } from '../stop-signs';
import type { Asked, Endpoint } from './define-endpoint';
import { findEndpoint } from './registry';

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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of JSON text, or `undefined`: bodies of errors are HTML, and request bodies may be anything. */
function findJson(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return parseLooseJson(text);
  } catch {
    return undefined; // The caller knows whether that is a change of the page.
  }
}

function readAsked(capture: Capture, url: URL): Asked {
  const request = toCamel(findJson(capture.requestBody));
  const ref = parsePageRef(capture.pageUrl);
  return {
    query: url.searchParams,
    request: isRecord(request) ? request : {},
    pageUrl: capture.pageUrl,
    host: ref && 'host' in ref ? ref.host : undefined,
  };
}

/** A refusal, and what it says of the note that was asked for. */
function readRefusal(code: number, noteId: string | undefined): Sightings {
  if (noteId === undefined || !/^[0-9a-f]{24}$/.test(noteId)) return { refusal: { code } };
  const standing = findStanding(code);
  const notes = standing && [{ noteId, fields: { standing }, counts: {} }];
  return { refusal: { code, noteId }, ...(notes ? { notes } : {}) };
}

function readBody(endpoint: Endpoint, capture: Capture, asked: Asked) {
  const body = findJson(capture.body);
  const code = isRecord(body) ? body['code'] : undefined;
  if (typeof code === 'number' && code !== 0) {
    return { sightings: readRefusal(code, endpoint.findNoteId?.(asked)) };
  }
  // Refused on the way (risk control, signature, server): the status says it, the body need not be anything.
  if (capture.status < 200 || capture.status > 299) return { sightings: {} };
  if (!isRecord(body) || code !== 0) {
    const missing = isRecord(body) ? 'code' : 'json';
    throw new AppError('page-changed', { details: { endpoint: endpoint.id, missing } });
  }
  return endpoint.read(toCamel(body['data']) ?? {}, asked);
}

/**
 * Reads a response that the page received. Answers `undefined` for an address that is not read. A business code other
 * than 0 comes as `sightings.refusal`; rows of another note than the asked one are left out and named. Throws
 * `page-changed` (`details.endpoint`, `details.missing`) when the body is not of the shape it used to have.
 */
export function parseCapture(capture: Capture): ParsedCapture | undefined {
  let url: URL;
  try {
    url = new URL(capture.url, capture.pageUrl);
  } catch {
    return undefined; // Not an address, so none that is read.
  }
  const endpoint = /(?:^|\.)(?:xiaohongshu|rednote)\.com$/.test(url.hostname)
    ? findEndpoint(url.pathname)
    : undefined;
  if (!endpoint) return undefined;
  const reading = readBody(endpoint, capture, readAsked(capture, url));
  return {
    endpointId: endpoint.id,
    kind: endpoint.kind,
    sightings: reading.sightings,
    dropped: ('dropped' in reading ? reading.dropped : undefined) ?? [],
  };
}
