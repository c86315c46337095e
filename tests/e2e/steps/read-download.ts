import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../../support/wait-for';

/** Waits for a finished download whose name ends so and that was not there before; gives its name and text. */
export async function readDownload(
  downloadDir: string,
  ending: string,
  before: readonly string[] = [],
): Promise<{ name: string; text: string }> {
  const name = await waitFor(
    // A file may have its name before it has its content.
    () =>
      readdirSync(downloadDir).find(
        (found) =>
          found.endsWith(ending) && !before.includes(found) && statSync(join(downloadDir, found)).size > 0,
      ),
    { what: `a new download that ends in ${ending}` },
  );
  return { name, text: readFileSync(join(downloadDir, name), 'utf8') };
}
