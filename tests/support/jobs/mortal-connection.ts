import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection, WriteTransaction } from '../../../src/storage/database';

/** Thrown in the place of a worker's death: nothing of its life goes on after it. */
export class Killed extends Error {}

export interface MortalConnection extends DatabaseConnection {
  readonly name: string;
  /** Moments at which it could have died, passed so far. */
  readonly points: number;
  readonly isDead: boolean;
  /** Resolves at its death. */
  readonly died: Promise<void>;
  /** Dies now. */
  kill(): void;
  /** Changes something elsewhere: the worker may die right before and right after, and a dead one changes nothing. */
  act<Value>(change: () => Promise<Value>): Promise<Value>;
  /** Looks at something elsewhere; a dead worker hears nothing of it. */
  look<Value>(read: () => Promise<Value>): Promise<Value>;
}

/**
 * A connection whose worker dies at the `fatal`-th moment: before each put, delete and clear, before each transaction is
 * committed, and right after it was, before anybody hears of it; and around what it changes elsewhere (`act`). At death every transaction that is under way is undone,
 * as the browser does it, and nothing can be read or written any more.
 */
export function createMortalConnection(name: string, fatal = Infinity): MortalConnection {
  const connection = createConnection(name);
  const open = new Set<WriteTransaction>();
  const life = { points: 0, isDead: false };
  let tell: () => void = () => undefined;
  const died = new Promise<void>((resolve) => (tell = resolve));

  const kill = () => {
    life.isDead = true;
    for (const transaction of open) undo(transaction);
    tell();
  };
  const demandLife = () => {
    if (life.isDead) throw new Killed();
  };
  const pass = () => {
    demandLife();
    life.points += 1;
    if (life.points === fatal) kill();
    demandLife();
  };
  const write: DatabaseConnection['write'] = async (change, stores) => {
    demandLife();
    const value = await connection.write(async (transaction) => {
      demandLife();
      open.add(transaction);
      try {
        const made = await change(watchTransaction(transaction, pass));
        pass();
        return made;
      } finally {
        open.delete(transaction);
      }
    }, stores);
    pass();
    return value;
  };
  return {
    ...connection,
    name,
    act: async (change) => {
      pass();
      const value = await change();
      pass();
      return value;
    },
    look: async (read) => {
      demandLife();
      const value = await read();
      demandLife();
      return value;
    },
    get points() {
      return life.points;
    },
    get isDead() {
      return life.isDead;
    },
    died,
    kill,
    open: async () => {
      demandLife();
      return connection.open();
    },
    read: async (read) => {
      demandLife();
      const value = await connection.read(read);
      demandLife();
      return value;
    },
    write,
  };
}

function undo(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already: stored or undone.
  }
}

const CHANGES: readonly PropertyKey[] = ['put', 'add', 'delete', 'clear'];

function watchTransaction(transaction: WriteTransaction, pass: () => void): WriteTransaction {
  return new Proxy(transaction, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (key === 'objectStore') {
        return (storeName: 'notes') => watchStore(target.objectStore(storeName), pass);
      }
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function watchStore(store: object, pass: () => void): object {
  return new Proxy(store, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (!CHANGES.includes(key)) return value.bind(target) as unknown;
      return (...args: unknown[]) => {
        pass();
        const changed = (value as (...all: unknown[]) => Promise<unknown>).apply(target, args);
        // Whoever dies in the middle of several no longer waits for the first of them.
        changed.catch(() => undefined);
        return changed;
      };
    },
  });
}
