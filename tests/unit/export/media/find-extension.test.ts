import { describe, expect, it } from 'vitest';
import { findExtension } from '../../../../src/export/media/find-extension';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('findExtension', () => {
  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
    ['GIF89a\x01\0', 'gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'webp'],
    ['\0\0\0\x1cftypavif\0\0\0\0', 'avif'],
    ['\0\0\0\x18ftypheic\0\0\0\0', 'heic'],
    ['\0\0\0\x18ftypmp42\0\0\0\0', 'mp4'],
    ['\0\0\0\x14ftypqt  \0\0\0\0', 'mov'],
    ['\x1aE\xdf\xa3\x9fB\x86', 'webm'],
  ])('knows %j as %s, whatever the server says', (head, extension) => {
    expect(findExtension(bytes(head), 'text/html')).toBe(extension);
  });

  it('believes the server where the bytes say nothing', () => {
    expect(findExtension(bytes('????????????'), 'Image/WebP; q=1')).toBe('webp');
    expect(findExtension(bytes('RIFF\x24\0\0\0WAVEfmt '), 'video/mp4')).toBe('mp4');
  });

  it.each(['text/html', 'application/json', 'application/octet-stream', 'image/svg+xml', '', null])(
    'does not take %s for media',
    (type) => {
      expect(findExtension(bytes('<html><body>'), type)).toBeUndefined();
    },
  );
});
