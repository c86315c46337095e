/** What reading an extension's storage needs: somewhere in its origin where an expression can be evaluated. */
export type EvaluateInExtension = (expression: string) => Promise<unknown>;

/** Everything in one IndexedDB of the extension, by store, or `undefined` where there is no such database. */
export async function readDatabase(
  evaluate: EvaluateInExtension,
  databaseName: string,
): Promise<Readonly<Record<string, readonly unknown[]>> | undefined> {
  const source = `(${readStoresInPage.toString()})(${JSON.stringify(databaseName)})`;
  return (await evaluate(source)) as Record<string, readonly unknown[]> | undefined;
}

/** All records of one store of an IndexedDB that is there, or how many there are: less to carry than the whole. */
export async function readStore(
  evaluate: EvaluateInExtension,
  databaseName: string,
  store: string,
): Promise<readonly unknown[]> {
  return (await evaluate(toStoreRead(databaseName, store, 'getAll'))) as unknown[];
}

export async function countStore(
  evaluate: EvaluateInExtension,
  databaseName: string,
  store: string,
): Promise<number> {
  return (await evaluate(toStoreRead(databaseName, store, 'count'))) as number;
}

const toStoreRead = (...wanted: [databaseName: string, store: string, how: 'getAll' | 'count']): string =>
  `(${readStoreInPage.toString()})(...${JSON.stringify(wanted)})`;

/** Names of all databases of the extension. */
export async function listDatabases(evaluate: EvaluateInExtension): Promise<readonly string[]> {
  return (await evaluate('indexedDB.databases().then((all) => all.map((each) => each.name))')) as string[];
}

/** Everything in one area of the extension's storage. */
export async function readStorageArea(
  evaluate: EvaluateInExtension,
  area: 'local' | 'session' | 'sync',
): Promise<Readonly<Record<string, unknown>>> {
  return (await evaluate(`(globalThis.browser ?? globalThis.chrome).storage.${area}.get(null)`)) as Record<
    string,
    unknown
  >;
}

/** Sent to the extension's origin as text, so it refers to nothing outside itself. */
async function readStoresInPage(name: string): Promise<Record<string, unknown[]> | undefined> {
  const existing = await indexedDB.databases();
  if (!existing.some((each) => each.name === name)) return undefined;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  try {
    const names = [...database.objectStoreNames];
    const stores: Record<string, unknown[]> = {};
    if (names.length === 0) return stores;
    const transaction = database.transaction(names, 'readonly');
    for (const store of names) {
      stores[store] = await new Promise<unknown[]>((resolve, reject) => {
        const request = transaction.objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result as unknown[]);
        request.onerror = () => reject(request.error as Error);
      });
    }
    return stores;
  } finally {
    database.close();
  }
}

/** Sent to the extension's origin as text, too. */
async function readStoreInPage(name: string, store: string, how: 'getAll' | 'count'): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const records = database.transaction(store).objectStore(store);
      const request: IDBRequest = how === 'count' ? records.count() : records.getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
  } finally {
    database.close();
  }
}
