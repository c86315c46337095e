import { crc32, deflateSync } from 'node:zlib';

/** One pixel: red, green, blue, alpha, each 0–255. */
export type Pixel = readonly [number, number, number, number];

/** A PNG of 8-bit RGBA pixels, `paint` asked for every one of them. */
export function encodePng(width: number, height: number, paint: (x: number, y: number) => Pixel): Buffer {
  const rows = Buffer.alloc(height * (width * 4 + 1));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    rows[at] = 0;
    at += 1;
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue, alpha] = paint(x, y);
      rows[at] = red;
      rows[at + 1] = green;
      rows[at + 2] = blue;
      rows[at + 3] = alpha;
      at += 4;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk('IHDR', head),
    toChunk('IDAT', deflateSync(rows, { level: 6 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

function toChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8 + named.length);
  frame.writeUInt32BE(content.length, 0);
  named.copy(frame, 4);
  frame.writeUInt32BE(crc32(named), 4 + named.length);
  return frame;
}
