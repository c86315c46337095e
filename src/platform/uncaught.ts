/** Calls `listener` with whatever nothing in this context caught: errors and rejected promises. */
export function onUncaught(listener: (thrown: unknown) => void, signal?: AbortSignal): void {
  const options = signal ? { signal } : {};
  globalThis.addEventListener(
    'error',
    (event: ErrorEvent) => listener(event.error ?? event.message),
    options,
  );
  globalThis.addEventListener('unhandledrejection', (event) => listener(event.reason), options);
}
