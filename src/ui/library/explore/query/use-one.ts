import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { toFailed, type Async } from '../../../stores/async';

/** One thing that is asked for beside a list: a profile, a topic's own page. `undefined`: not asked for. */
export function useOne<Value>(): {
  one: ReadonlySignal<Async<Value> | undefined>;
  /** Asks, and keeps the way to ask again. */
  ask: (read: (agreed: boolean) => Promise<Value>, agreed: boolean) => Promise<void>;
  askAgain: (agreed: boolean) => void;
  clear: () => void;
} {
  const one = useSignal<Async<Value> | undefined>(undefined);
  const last = useRef<((agreed: boolean) => Promise<Value>) | undefined>(undefined);
  const turn = useRef(0);
  const ask = async (read: (agreed: boolean) => Promise<Value>, agreed: boolean) => {
    const mine = ++turn.current;
    last.current = read;
    one.value = { state: 'loading' };
    let next: Async<Value>;
    try {
      next = { state: 'ready', value: await read(agreed) };
    } catch (thrown) {
      next = toFailed(thrown);
    }
    if (mine === turn.current) one.value = next;
  };
  return {
    one,
    ask,
    askAgain: (agreed) => {
      if (last.current) void ask(last.current, agreed);
    },
    clear: () => {
      turn.current += 1;
      one.value = undefined;
    },
  };
}
