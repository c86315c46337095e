/** Runs one task after the other, in the order in which they were given; a task that fails stops nobody behind it. */
export type Queue = <Value>(task: () => Promise<Value>) => Promise<Value>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    // Whoever asked hears of the failure; those behind only wait.
    last = run.catch(() => undefined);
    return run;
  };
}
