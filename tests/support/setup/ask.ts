import { createInterface } from 'node:readline/promises';

/**
 * Asks a person at a terminal a yes-or-no question; Enter means yes. Where nobody can answer (no terminal, or CI)
 * the answer is yes and the question is not asked.
 */
export async function askPerson(question: string): Promise<boolean> {
  const ci = process.env['CI'];
  const isPerson =
    process.stdin.isTTY && process.stdout.isTTY && (ci === undefined || ci === '' || ci === 'false');
  if (!isPerson) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = (await terminal.question(`[setup] ${question} [Y/n] `)).trim().toLowerCase();
    return answer === '' || answer.startsWith('y');
  } finally {
    terminal.close();
  }
}
