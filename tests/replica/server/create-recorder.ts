import type { RecordedRequest } from '../types';
import { isSignedByPage } from './api/answer-api';
import type { Exchange } from './exchange';

export interface Recorder {
  readonly requests: readonly RecordedRequest[];
  record(exchange: Exchange, status: number): void;
  clear(): void;
}

/** Keeps what was asked, in order of arrival of the answers. */
export function createRecorder(): Recorder {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    record: (exchange, status) => {
      const { headers } = exchange.request;
      const fetchMetadata = ['dest', 'mode', 'site']
        .map((part) => String(headers[`sec-fetch-${part}`] ?? ''))
        .join(' ')
        .trim();
      requests.push({
        at: Date.now(),
        kind: exchange.kind,
        method: exchange.method,
        host: exchange.host,
        path: exchange.path,
        query: exchange.queryText.replace(/^\?/, ''),
        status,
        referer: headers.referer,
        origin: headers.origin,
        cookie: headers.cookie,
        fetchMetadata,
        signedByPage: isSignedByPage(exchange),
      });
    },
    clear: () => {
      requests.length = 0;
    },
  };
}
