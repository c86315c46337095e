import type { Replica } from '../../replica/types';
import type { Said } from '../../support/find-secrets';

/** What a request told the host that it went to, but for its body. */
export function toSaidInRequest(request: Replica['requests'][number]): Said {
  const { host, path, query, referer, origin, cookie } = request;
  return { where: `request to ${host}`, text: [path, query, referer, origin, cookie].join('\n') };
}
