/** Runs the task while no other context of the extension holds the name; a context that dies lets go of it at once. */
export async function withLock(name: string, task: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, task);
}
