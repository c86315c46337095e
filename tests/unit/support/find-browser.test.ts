import { describe, expect, test } from 'vitest';
import { NoBrowserError, findBrowser } from '../../support/setup/find-browser';
import type { BrowserFinderPorts } from '../../support/setup/find-browser';

/** A machine on which only the executables named in `working` answer; records what was done to it. */
function createMachine(working: readonly string[], overrides: Partial<BrowserFinderPorts> = {}) {
  const events: string[] = [];
  const ports: BrowserFinderPorts = {
    override: undefined,
    listCandidates: () => [],
    listDownloaded: () => [],
    probe: async (path) => {
      events.push(`probe ${path}`);
      return working.includes(path) ? { ok: true, version: '1.2' } : { ok: false, reason: 'silent' };
    },
    recall: () => undefined,
    remember: ({ path }) => void events.push(`remember ${path}`),
    download: async () => {
      events.push('download');
      return 'no network';
    },
    installPackage: undefined,
    downloadSize: '1 MB',
    ask: async () => true,
    say: () => undefined,
    ...overrides,
  };
  return { ports, events };
}

describe('findBrowser', () => {
  test('tries the executables of the machine for real and takes the first that answers', async () => {
    const { ports, events } = createMachine(['/b', '/c'], { listCandidates: () => ['/a', '/b', '/c'] });
    await expect(findBrowser('chromium', ports)).resolves.toEqual({ path: '/b', version: '1.2' });
    expect(events).toEqual(['probe /a', 'probe /b', 'remember /b']);
  });

  test('takes what answered last time without a probe', async () => {
    const known = { path: '/known', version: '9' };
    const { ports, events } = createMachine([], { recall: () => known, listCandidates: () => ['/a'] });
    await expect(findBrowser('firefox', ports)).resolves.toEqual(known);
    expect(events).toEqual([]);
  });

  test('tries only the executable a person has named, and forgets what it knew', async () => {
    const { ports, events } = createMachine(['/other'], {
      override: '/named',
      recall: () => ({ path: '/other', version: '9' }),
      listCandidates: () => ['/other'],
    });
    await expect(findBrowser('chromium', ports)).rejects.toThrow(/\/named: silent[\s\S]*CHROMIUM_PATH/);
    expect(events).toEqual(['probe /named']);
  });

  test('downloads one when none answers, and tries that too', async () => {
    const { ports, events } = createMachine(['/downloaded'], {
      listCandidates: () => ['/branded'],
      listDownloaded: () => ['/downloaded'],
      download: async () => undefined,
    });
    await expect(findBrowser('chromium', ports)).resolves.toMatchObject({ path: '/downloaded' });
    expect(events).toEqual(['probe /branded', 'probe /downloaded', 'remember /downloaded']);
  });

  test('installs the package when the download fails, and says by which command', async () => {
    let installed = false;
    const said: string[] = [];
    const { ports, events } = createMachine(['/usr/bin/x'], {
      listCandidates: () => (installed ? ['/usr/bin/x'] : []),
      installPackage: {
        description: 'apt-get install -y x',
        run: async () => {
          installed = true;
          return undefined;
        },
      },
      say: (line) => void said.push(line),
    });
    await expect(findBrowser('chromium', ports)).resolves.toMatchObject({ path: '/usr/bin/x' });
    expect(events).toEqual(['download', 'probe /usr/bin/x', 'remember /usr/bin/x']);
    expect(said).toContain('running as root: apt-get install -y x');
  });

  test('does nothing a person has declined, and says everything that was tried', async () => {
    const { ports, events } = createMachine([], {
      listCandidates: () => ['/a'],
      installPackage: { description: 'apt', run: async () => expect.unreachable('declined') },
      ask: async () => false,
    });
    const failure = await findBrowser('firefox', ports).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NoBrowserError);
    expect((failure as Error).message).toMatch(
      /\/a: silent[\s\S]*download: declined[\s\S]*system package: declined/,
    );
    expect(events).toEqual(['probe /a']);
  });
});
