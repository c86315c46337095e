import { rmSync } from 'node:fs';

/**
 * Deletes a temporary folder. Processes of the browser may still be writing for a while after it has ended; what they
 * leave then is the system's own to clean, and says nothing about what was tested.
 */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  } catch (error) {
    console.warn(`left behind: ${folder} (${String(error)})`);
  }
}
