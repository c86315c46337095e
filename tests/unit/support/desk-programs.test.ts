import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findDeskPrograms } from '../../support/setup/desk-programs';
import { removeFolder } from '../../support/remove-folder';

const folder = mkdtempSync(join(tmpdir(), 'desk-programs-'));
afterAll(() => removeFolder(folder));

const place = (name: string, mode: number) => {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
};

describe('the programs of a desk', () => {
  it('are found on the PATH, if they may be run', () => {
    const PATH = [join(folder, 'nowhere'), folder].join(delimiter);
    expect(findDeskPrograms('office', { PATH })).toBeUndefined();
    const path = place('soffice', 0o644);
    expect(findDeskPrograms('office', { PATH })).toBeUndefined();
    chmodSync(path, 0o755);
    expect(findDeskPrograms('office', { PATH })).toEqual({ SOFFICE_PATH: path });
  });

  it('are all there, or none', () => {
    const xvfb = place('Xvfb', 0o755);
    expect(findDeskPrograms('display', { PATH: folder })).toBeUndefined();
    const XDOTOOL_PATH = '/somewhere/else/xdotool';
    expect(findDeskPrograms('display', { PATH: folder, XDOTOOL_PATH })).toEqual({
      XVFB_PATH: xvfb,
      XDOTOOL_PATH,
    });
  });
});
