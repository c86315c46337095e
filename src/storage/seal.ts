/** OWASP's advice for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023) is 600,000 rounds. */
export const SEAL_ITERATIONS = 600_000;

/** What is needed to open a seal again, with the passphrase or the key made of it. Binary parts are base64. */
export interface Seal {
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly sealed: string;
}

export function createSalt(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(16)));
}

/** The key that a passphrase and a salt make, as base64: PBKDF2 with SHA-256, 256 bits. */
export async function deriveKey(passphrase: string, salt: string, iterations: number): Promise<string> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations },
    material,
    256,
  );
  return toBase64(new Uint8Array(bits));
}

/** Encrypts with AES-GCM, under a new random start each time. */
export async function encrypt(key: string, text: string): Promise<Pick<Seal, 'iv' | 'sealed'>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const imported = await importKey(key, 'encrypt');
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    imported,
    new TextEncoder().encode(text),
  );
  return { iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
}

/** The text, or `undefined` when the key is not the one it was sealed with (or the seal was changed). */
export async function decrypt(key: string, seal: Pick<Seal, 'iv' | 'sealed'>): Promise<string | undefined> {
  try {
    const imported = await importKey(key, 'decrypt');
    const algorithm = { name: 'AES-GCM', iv: fromBase64(seal.iv) };
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(algorithm, imported, fromBase64(seal.sealed)),
    );
  } catch {
    // AES-GCM says no more than that: what was sealed and what opens it do not belong together.
    return undefined;
  }
}

function importKey(key: string, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, [usage]);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
