/** The part of `runtime` that a content script uses; the same promises in every browser of Manifest V3. */
interface NativeRuntime {
  /** Gone when the extension has been updated, reloaded or removed under the open page. */
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: MessageListener): void;
    removeListener(listener: MessageListener): void;
  };
}

type MessageListener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => boolean;

interface NativeScope {
  readonly browser?: { readonly runtime?: NativeRuntime };
  readonly chrome?: { readonly runtime?: NativeRuntime };
}

/** Chromium and Firefox name it differently; a wrapper for that would cost every page more than all the rest. */
function findRuntime(): NativeRuntime | undefined {
  const scope = globalThis as NativeScope;
  return (scope.browser ?? scope.chrome)?.runtime;
}

/** Whether the extension that put this script into the page is still there. */
export function isExtensionAlive(): boolean {
  try {
    return findRuntime()?.id !== undefined;
  } catch {
    return false; // Firefox may refuse even the look when the add-on is gone.
  }
}

/** Sends a message to the extension's background; rejects when nobody answers or the extension is gone. */
export async function sendToExtension(message: unknown): Promise<unknown> {
  // Where there is no runtime any more, that is the rejection.
  return (findRuntime() as NativeRuntime).sendMessage(message);
}

/** `listener` says whether it will answer; the answer may come later. Returns what takes the listener away. */
export function onExtensionMessage(
  listener: (message: unknown, answer: (reply: unknown) => void) => boolean,
): () => void {
  const runtime = findRuntime();
  const onMessage: MessageListener = (message, _sender, answer) => listener(message, answer);
  runtime?.onMessage.addListener(onMessage);
  return () => {
    // After an update there is no `onMessage` any more, and nothing left to remove.
    if (isExtensionAlive()) runtime?.onMessage.removeListener(onMessage);
  };
}
