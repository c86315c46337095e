import type { CommentSighting } from '../../../src/model/comment';
import type { NoteSighting } from '../../../src/model/note';
import { PROVIDERS } from '../../../src/model/providers/provider.catalog';
import type { ProviderId } from '../../../src/model/providers/provider.catalog';
import { ProviderError } from '../../../src/model/providers/provider-error';
import type { ProviderFailure } from '../../../src/model/providers/provider-error';
import type { Http } from '../../../src/providers/http';
import { defineEndpoint, defineProvider, toQueryText } from '../../../src/providers/provider';
import type { Endpoint, Operations, Provider } from '../../../src/providers/provider';
import type { OperationName } from '../../../src/model/providers/operation';

/** What an invented vendor answers: a payload it charges for, or a failure. */
export interface FakeAnswer {
  readonly payload?: unknown;
  readonly fail?: ProviderFailure;
  readonly cacheUrl?: string;
}

export const noteOf = (noteId: string, fields: NoteSighting['fields'] = {}): NoteSighting => ({
  noteId,
  fields,
  counts: {},
});

export const commentOf = (commentId: string, rootCommentId?: string): CommentSighting => ({
  commentId,
  noteId: 'n1',
  content: commentId,
  folded: false,
  ...(rootCommentId === undefined ? {} : { rootCommentId }),
});

/** An endpoint that sends its input and hands its payload on as it is. */
export function fakeEndpoint<Name extends OperationName>(
  operation: Name,
  path: string,
  findGap?: Endpoint<Name>['findGap'],
): Endpoint<Name> {
  return defineEndpoint(operation, {
    path,
    ...(findGap ? { findGap } : {}),
    toQuery: (input) => ({ ...input }),
    read: (payload) => payload as never,
  });
}

/** A series of an invented vendor under a real id. Its key stands in the address, as with the vendor that does so. */
export function createFakeSeries(id: ProviderId, operations: Operations): Provider {
  const { family } = PROVIDERS[id];
  return defineProvider({
    id,
    family,
    operations,
    toRequest: ({ path, query }, credential) => ({
      url: `https://${family}.test${path}${toQueryText({ ...query, key: credential.key })}`,
      headers: { 'x-key': credential.key },
    }),
    open: ({ text }) => {
      const { payload, fail, cacheUrl } = JSON.parse(text) as FakeAnswer;
      if (fail) throw new ProviderError(fail.kind, fail);
      return { payload, billed: true, requestId: 'r1', ...(cacheUrl === undefined ? {} : { cacheUrl }) };
    },
  });
}

/** One door for a note's detail, as most tests need. */
export const detailSeries = (id: ProviderId, ...paths: readonly string[]): Provider =>
  createFakeSeries(id, {
    'note.detail': (paths.length === 0 ? [`/${id}/detail`] : paths).map((path) =>
      fakeEndpoint('note.detail', path),
    ),
  });

export interface FakeHttp {
  readonly http: Http;
  /** Paths asked, in order. */
  readonly asked: string[];
  readonly urls: string[];
}

/** Answers requests by a function of the address; what it throws is the failure of the line. */
export function createFakeHttp(
  answer: (url: URL, times: number) => FakeAnswer | Promise<FakeAnswer>,
  now: () => number,
): FakeHttp {
  const asked: string[] = [];
  const urls: string[] = [];
  return {
    asked,
    urls,
    http: async ({ url }) => {
      const address = new URL(url);
      asked.push(address.pathname);
      urls.push(url);
      const body = await answer(address, asked.filter((path) => path === address.pathname).length);
      return { status: 200, at: now(), headers: {}, text: JSON.stringify(body) };
    },
  };
}
