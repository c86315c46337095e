import type { SiteFaults } from '../../types';
import type { Answer, Exchange } from '../exchange';
import { createTinyVideo } from './tiny-video';
import { paintEmoji, paintPicture } from './paint-picture';

const painted = new Map<string, Buffer>();
const MOST_PAINTED = 2000;
const SUBTITLES = '1\n00:00:00,000 --> 00:00:02,000\n下雨也要骑车\n';
let video: Buffer | undefined;

/**
 * Pictures, video and subtitles of the CDN hosts. What the last part of a path names is painted from that name, so the same
 * picture looks the same in every style; the type says PNG though the names say WebP, browsers do not mind.
 */
export function answerCdn(exchange: Exchange, faults: Pick<SiteFaults, 'expiredMedia'>): Answer {
  exchange.kind = 'cdn';
  if (faults.expiredMedia !== undefined && exchange.path.includes(faults.expiredMedia))
    return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'expired' };
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=600' };
  if (exchange.path.endsWith('.mp4') || exchange.path.startsWith('/pre_post/')) {
    video ??= createTinyVideo();
    return answerRange(exchange, video, {
      ...headers,
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
    });
  }
  if (exchange.path.endsWith('.srt'))
    return { status: 200, headers: { ...headers, 'content-type': 'text/plain' }, body: SUBTITLES };
  const name = (exchange.path.split('/').at(-1) ?? '').split('!')[0] ?? '';
  const isSquare = exchange.host.startsWith('sns-avatar');
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'image/png' },
    body: keep(`${name}${String(isSquare)}`, () => paintPicture(name, isSquare)),
  };
}

export function answerEmoji(exchange: Exchange): Answer {
  exchange.kind = 'emoji';
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'cache-control': 'max-age=600',
      'content-type': 'image/png',
    },
    body: keep(`emoji ${exchange.path}`, () => paintEmoji(exchange.path)),
  };
}

function keep(name: string, paint: () => Buffer): Buffer {
  const known = painted.get(name);
  if (known !== undefined) return known;
  const picture = paint();
  if (painted.size >= MOST_PAINTED) painted.clear();
  painted.set(name, picture);
  return picture;
}

/** Players ask for ranges; one range is answered. */
function answerRange(exchange: Exchange, body: Buffer, headers: Record<string, string>): Answer {
  const match = /^bytes=(\d+)-(\d*)$/.exec(exchange.request.headers.range ?? '');
  if (match === null) return { status: 200, headers, body };
  const start = Number(match[1]);
  const end = match[2] === '' ? body.length - 1 : Math.min(Number(match[2]), body.length - 1);
  if (start > end)
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${String(body.length)}` } };
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${String(start)}-${String(end)}/${String(body.length)}` },
    body: body.subarray(start, end + 1),
  };
}
