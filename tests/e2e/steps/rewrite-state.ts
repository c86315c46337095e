import { runInNewContext } from 'node:vm';
import { serializeState } from '../../replica/site/state/serialize-state';
import type { StateValue } from '../../replica/site/state/serialize-state';
import type { Rewrite } from './rewrite-responses';

/** What a value becomes; `path` are the keys that lead to it. */
export type Change = (value: StateValue, path: readonly string[]) => StateValue;

/** Every value of a page's inline state changed, every key as it was. */
export function rewriteState(change: Change): Rewrite {
  return (html) =>
    html.replace(/(<script[^>]*>window\.__INITIAL_STATE__=)([\s\S]*?)(<\/script>)/, (...match: string[]) => {
      const state = runInNewContext(`(${match[2]})`) as StateValue;
      return `${match[1]}${serializeState(changeAll(state, change, []))}${match[3]}`;
    });
}

/** Every value of a body changed, likewise. */
export function changeAll(value: StateValue, change: Change, path: readonly string[] = []): StateValue {
  if (Array.isArray(value))
    return value.map((item: StateValue, index) => changeAll(item, change, [...path, String(index)]));
  if (typeof value !== 'object' || value === null) return change(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      changeAll(member as StateValue, change, [...path, key]),
    ]),
  );
}
