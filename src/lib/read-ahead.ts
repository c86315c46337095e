/**
 * The same items, each asked for while the one before it is still being worked on: the source and the reader work side
 * by side. Never more than one ahead.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  const ask = () => {
    const asked = iterator.next();
    // Whoever takes the item hears of the failure; until then nobody has to.
    asked.catch(() => undefined);
    return asked;
  };
  try {
    let next = ask();
    for (;;) {
      const { done, value } = await next;
      if (done) {
        isOver = true;
        return;
      }
      next = ask();
      yield value;
    }
  } finally {
    if (!isOver) await iterator.return?.();
  }
}
