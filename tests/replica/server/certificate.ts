import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { WORLD_HOST_PATTERNS } from './hosts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const FILE = join(dirname(fileURLToPath(import.meta.url)), '../../../.cache/replica-certificate.json');
const LIFETIME_MS = 300 * 86_400_000;

interface Stored extends Certificate {
  readonly hosts: string;
  readonly madeAt: number;
}

/** A certificate for all hosts of the world: the one of an earlier start where it still fits, else a new one. */
export async function getCertificate(): Promise<Certificate> {
  const hosts = WORLD_HOST_PATTERNS.join(' ');
  const stored = readStored();
  if (stored !== undefined && stored.hosts === hosts && Date.now() - stored.madeAt < LIFETIME_MS)
    return stored;
  const made = await generate([{ name: 'commonName', value: 'replica of the site' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + LIFETIME_MS + 30 * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...WORLD_HOST_PATTERNS.map((value) => ({ type: 2 as const, value })),
          { type: 2 as const, value: 'localhost' },
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const fresh: Stored = { key: made.private, cert: made.cert, hosts, madeAt: Date.now() };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(fresh), { mode: 0o600 });
  return fresh;
}

function readStored(): Stored | undefined {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Stored;
  } catch (error) {
    // No file yet, or one that another start is writing at this moment: a new certificate does as well.
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return undefined;
    throw error;
  }
}
