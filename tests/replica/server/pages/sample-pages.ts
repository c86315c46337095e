import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real saved pages, served byte by byte under their own note ids when their folder is at hand. */
export interface SamplePages {
  find(noteId: string): Buffer | undefined;
  readonly noteIds: readonly string[];
}

/** The folder's `ssr-note-html` holds files named `<what>.<note id>.html`. */
export function createSamplePages(samplesDir: string | undefined): SamplePages {
  const folder = samplesDir === undefined ? undefined : join(samplesDir, 'ssr-note-html');
  const files = new Map<string, string>();
  if (folder !== undefined && existsSync(folder)) {
    for (const name of readdirSync(folder)) {
      const match = /\.([0-9a-f]{24})\.html$/.exec(name);
      if (match?.[1] !== undefined) files.set(match[1], join(folder, name));
    }
  }
  return {
    find: (noteId) => {
      const file = files.get(noteId);
      return file === undefined ? undefined : readFileSync(file);
    },
    noteIds: [...files.keys()],
  };
}
