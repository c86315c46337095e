import { hexDigits, type Random } from './random';
import type { WorldImage, WorldVideo } from './types';

const TOKEN_LETTERS = '0123456789abcdefghijklmnopqrstuv';

/**
 * A picture as note pages name it: `http://sns-webpic-qc.xhscdn.com/<yyyymmddHHMM>/<md5>/<folder/token>!<style>`
 * (saved note pages, 2025-12).
 */
export function createImage(
  random: Random,
  folder: '' | 'comment/' | 'notes_pre_post/' | 'spectrum/',
  isLive = false,
): WorldImage {
  const [width, height] = random.pick([
    [1080, 1440],
    [1440, 1080],
    [1200, 1200],
    [1920, 2560],
  ] as const);
  const token = `${folder}1040g${random.text(32, TOKEN_LETTERS)}`;
  const url = (style: string): string =>
    `http://sns-webpic-qc.xhscdn.com/202605231200/${hexDigits(random, 32)}/${token}!${style}`;
  return {
    width,
    height,
    urlDefault: url('nd_dft_wlteh_webp_3'),
    urlPre: url('nd_prv_wlteh_webp_3'),
    livePhotoUrl: isLive
      ? `http://sns-video-qc.xhscdn.com/stream/1/10/19/${hexDigits(random, 32)}_19.mp4`
      : undefined,
  };
}

/** A video with a watermarked stream (259) and others without, as `note.video.media` lists them (saved note pages, 2025-12). */
export function createVideo(random: Random, hasOriginKey: boolean): WorldVideo {
  const width = 720;
  const height = 1280;
  const path = hexDigits(random, 32);
  const stream = (codec: 'h264' | 'h265', streamType: number, scale: number, host: string) => ({
    codec,
    streamType,
    masterUrl: `http://sns-video-${host}.xhscdn.com/stream/110/${streamType}/${path}_${streamType}.mp4`,
    backupUrls: [
      `http://sns-bak-v1.xhscdn.com/stream/110/${streamType}/${path}_${streamType}.mp4`,
      `http://sns-bak-v6.xhscdn.com/stream/110/${streamType}/${path}_${streamType}.mp4`,
    ],
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    avgBitrate: random.between(600_000, 2_400_000),
    size: random.between(2_000_000, 40_000_000),
  });
  return {
    durationSeconds: random.between(8, 240),
    width,
    height,
    originVideoKey: hasOriginKey ? `pre_post/1040g${random.text(32, TOKEN_LETTERS)}` : undefined,
    videoId: '13' + random.text(17, '0123456789'),
    streams: [stream('h264', 259, 1, 'hw'), stream('h265', 114, 1, 'bd'), stream('h265', 115, 1.5, 'qc')],
  };
}
