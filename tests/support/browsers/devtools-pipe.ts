import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** File descriptors of a browser started with `--remote-debugging-pipe`: it reads from 3 and writes to 4. */
export const PIPE_STDIO = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;

export interface DevtoolsPipe {
  /** Sends one command, to the browser or to a target that was attached to, and gives its result. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
}

interface Reply {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** The browser's own protocol with nothing between: only what a command names is ever attached to. */
export function createDevtoolsPipe(child: ChildProcess): DevtoolsPipe {
  const [writer, reader] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, { resolve(reply: Reply): void; reject(error: Error): void }>();
  let last = 0;
  let rest = '';
  reader.setEncoding('utf8');
  reader.on('data', (part: string) => {
    const messages = (rest + part).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply;
      if (reply.id === undefined) continue;
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
    }
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has ended.'));
    waiting.clear();
  });
  return {
    async send(method, params = {}, sessionId) {
      const id = (last += 1);
      const answered = new Promise<Reply>((resolve, reject) => waiting.set(id, { resolve, reject }));
      writer.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      const { result, error } = await answered;
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
  };
}
