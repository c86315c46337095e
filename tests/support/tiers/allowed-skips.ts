import type { SkippedTest } from './vitest-report';

/** A skip that is in order: in these files, as long as the environment variable is not set. */
export interface AllowedSkip {
  readonly files: string;
  readonly unlessSet: string;
}

const heading = '## Skips that are allowed';

/**
 * Reads the table under that heading of `tests/README.md`: first column a file pattern, second the environment
 * variable whose absence excuses the skip, both in backticks.
 */
export function parseAllowedSkips(readme: string): readonly AllowedSkip[] {
  const start = readme.indexOf(heading);
  if (start < 0) throw new Error(`tests/README.md has no heading "${heading}".`);
  const section = readme.slice(start + heading.length).split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\|\s*`([^`]+)`\s*\|\s*`([^`]+)`\s*\|/gm)].map(
    ([, files = '', unlessSet = '']) => ({
      files,
      unlessSet,
    }),
  );
}

/** The skips that no line of the table excuses. */
export function findUnexcusedSkips(
  skipped: readonly SkippedTest[],
  allowed: readonly AllowedSkip[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly SkippedTest[] {
  return skipped.filter(
    ({ file }) => !allowed.some((each) => !environment[each.unlessSet] && toPattern(each.files).test(file)),
  );
}

/** `**` stands for anything, `*` for anything inside one folder or file name. */
function toPattern(files: string): RegExp {
  const source = files
    .split(/(\*\*\/?|\*)/)
    .map((part) =>
      part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`);
}
