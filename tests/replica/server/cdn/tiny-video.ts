import { createBitWriter } from './bit-writer';

/** Macroblocks of 16 pixels: 5 × 9 give 80 × 144, upright as most videos of the site. */
const BLOCKS_WIDE = 5;
const BLOCKS_HIGH = 9;
const FRAMES = 8;
const FRAMES_PER_SECOND = 2;

/**
 * A video that plays: four seconds of slowly changing plain colours, H.264 in MP4, made by hand, since no encoder may be
 * at hand. Every frame is an IDR picture of raw macroblocks (I_PCM), so nothing is compressed and nothing needs to be.
 */
export function createTinyVideo(): Buffer {
  const frames = Array.from({ length: FRAMES }, (_, index) => createFrame(index));
  const fileType = box('ftyp', text('isom'), u32(512), text('isomiso2avc1mp41'));
  const movieLength = createMovie(frames, 0).length;
  const movie = createMovie(frames, fileType.length + movieLength + 8);
  return Buffer.concat([fileType, movie, box('mdat', ...frames)]);
}

/** Sequence parameters: Baseline, level 1.1, picture order from decoding order (ITU-T H.264, clause 7.3.2.1). */
function createSequenceParameters(): Buffer {
  const writer = createBitWriter();
  writer.bytes(Uint8Array.of(0x67, 66, 0xc0, 11));
  writer.unsigned(0);
  writer.unsigned(0);
  writer.unsigned(2);
  writer.unsigned(1);
  writer.bits(0, 1);
  writer.unsigned(BLOCKS_WIDE - 1);
  writer.unsigned(BLOCKS_HIGH - 1);
  writer.bits(1, 1);
  writer.bits(1, 1);
  writer.bits(0, 1);
  writer.bits(0, 1);
  return writer.finish();
}

/** Picture parameters: CAVLC, one slice group, deblocking may be switched off (clause 7.3.2.2). */
function createPictureParameters(): Buffer {
  const writer = createBitWriter();
  writer.bits(0x68, 8);
  writer.unsigned(0);
  writer.unsigned(0);
  writer.bits(0, 2);
  writer.unsigned(0);
  writer.unsigned(0);
  writer.unsigned(0);
  writer.bits(0, 3);
  writer.signed(0);
  writer.signed(0);
  writer.signed(0);
  writer.bits(1, 1);
  writer.bits(0, 1);
  writer.bits(0, 1);
  return writer.finish();
}

/** One IDR slice of raw macroblocks, with its length in front as MP4 wants it (clauses 7.3.3 and 7.3.5). */
function createFrame(index: number): Buffer {
  const writer = createBitWriter();
  writer.bits(0x65, 8);
  writer.unsigned(0);
  writer.unsigned(7);
  writer.unsigned(0);
  writer.bits(0, 4);
  writer.unsigned(index % 2);
  writer.bits(0, 2);
  writer.signed(0);
  writer.unsigned(1);
  for (let block = 0; block < BLOCKS_WIDE * BLOCKS_HIGH; block += 1) {
    const row = Math.floor(block / BLOCKS_WIDE);
    writer.unsigned(25);
    writer.align();
    writer.bytes(new Uint8Array(256).fill(110 + row * 8));
    writer.bytes(new Uint8Array(64).fill(118 + index * 3));
    writer.bytes(new Uint8Array(64).fill(150 - index * 4));
  }
  const unit = writer.finish();
  return Buffer.concat([u32(unit.length), unit]);
}

function createMovie(frames: readonly Buffer[], firstFrameAt: number): Buffer {
  const ticks = FRAMES * (1000 / FRAMES_PER_SECOND);
  const header = box(
    'mvhd',
    u32(0),
    u32(0),
    u32(0),
    u32(1000),
    u32(ticks),
    u32(0x10000),
    u16(0x100),
    zeros(10),
    MATRIX,
    zeros(24),
    u32(2),
  );
  const track = box(
    'tkhd',
    u32(3),
    u32(0),
    u32(0),
    u32(1),
    u32(0),
    u32(ticks),
    zeros(16),
    MATRIX,
    u32((BLOCKS_WIDE * 16) << 16),
    u32((BLOCKS_HIGH * 16) << 16),
  );
  const mediaHeader = box('mdhd', u32(0), u32(0), u32(0), u32(1000), u32(ticks), u16(0x55c4), u16(0));
  const handler = box('hdlr', u32(0), u32(0), text('vide'), zeros(12), text('video\0'));
  const reference = box('dinf', box('dref', u32(0), u32(1), box('url ', u32(1))));
  const media = box(
    'minf',
    box('vmhd', u32(1), zeros(8)),
    reference,
    createSampleTable(frames, firstFrameAt),
  );
  return box('moov', header, box('trak', track, box('mdia', mediaHeader, handler, media)));
}

function createSampleTable(frames: readonly Buffer[], firstFrameAt: number): Buffer {
  const sequence = createSequenceParameters();
  const picture = createPictureParameters();
  const configuration = box(
    'avcC',
    Buffer.of(1, 66, 0xc0, 11, 0xff, 0xe1),
    u16(sequence.length),
    sequence,
    Buffer.of(1),
    u16(picture.length),
    picture,
  );
  const entry = box(
    'avc1',
    zeros(6),
    u16(1),
    zeros(16),
    u16(BLOCKS_WIDE * 16),
    u16(BLOCKS_HIGH * 16),
    u32(0x480000),
    u32(0x480000),
    u32(0),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
    configuration,
  );
  return box(
    'stbl',
    box('stsd', u32(0), u32(1), entry),
    box('stts', u32(0), u32(1), u32(frames.length), u32(1000 / FRAMES_PER_SECOND)),
    box('stsc', u32(0), u32(1), u32(1), u32(frames.length), u32(1)),
    box('stsz', u32(0), u32(0), u32(frames.length), ...frames.map((frame) => u32(frame.length))),
    box('stco', u32(0), u32(1), u32(firstFrameAt)),
  );
}

const MATRIX = Buffer.concat([u32(0x10000), zeros(12), u32(0x10000), zeros(12), u32(0x40000000)]);

function box(name: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), text(name), content]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}
