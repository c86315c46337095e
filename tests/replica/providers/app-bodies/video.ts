import type { WorldImage, WorldVideo } from '../../world/types';
import { fileIdOf } from './picture';

type Stream = WorldVideo['streams'][number];

/** Type 258 is the h264 file without a mark; the site's own 259 has one (real details, 2026-08). */
function unmark(stream: Stream): Stream {
  if (stream.streamType !== 259) return stream;
  const change = (url: string): string => url.replace('/259/', '/258/').replace('_259.', '_258.');
  return {
    ...stream,
    streamType: 258,
    masterUrl: change(stream.masterUrl),
    backupUrls: stream.backupUrls.map(change),
  };
}

/** `video_info_v2` of a detail: muxed files, no separate sound, `video_id` as text (real detail, 2026-08). */
export function toVideoDetail(video: WorldVideo, cover: WorldImage | undefined) {
  const streams = video.streams.map(unmark);
  const of = (codec: Stream['codec']) =>
    streams.filter((one) => one.codec === codec).map((one, index) => toStream(video, one, index));
  return {
    ...toVideoFrame(video, cover),
    media: {
      video_id: video.videoId,
      user_level: 0,
      audio_stream: {},
      stream: { h264: of('h264'), h265: of('h265'), h266: [], av1: [] },
      video: toVideoFacts(video, streams),
    },
  };
}

/** `video_info_v2` of a found note: h265 comes without sound in parts, sound apart, and `video_id` as a number above 2^53. */
export function toFoundVideo(video: WorldVideo, cover: WorldImage | undefined) {
  const streams = video.streams.map(unmark);
  const h264 = streams.filter((one) => one.codec === 'h264');
  const silent = streams
    .filter((one) => one.codec === 'h265')
    .map((one, index) => ({
      ...toStream(video, one, index),
      format: 'fmp4',
      master_url: one.masterUrl.replace(/\.mp4$/, '.m4s'),
      backup_urls: one.backupUrls.map((url) => url.replace(/\.mp4$/, '.m4s')),
      audio_channels: 0,
      stream_type: 3001 + index,
    }));
  const sound = h264.map((one) => ({
    ...toStream(video, one, 0),
    format: 'fmp4',
    master_url: one.masterUrl.replace(/\.mp4$/, '.m4a'),
    stream_type: 101,
  }));
  return {
    ...toVideoFrame(video, cover),
    media: {
      video_id: BigInt(video.videoId),
      user_level: 0,
      audio_stream: { AAC: sound },
      stream: {
        h264: h264.map((one, index) => toStream(video, one, index)),
        h265: silent,
        h266: [],
        av1: [],
      },
      video: toVideoFacts(video, streams),
    },
  };
}

function toVideoFrame(video: WorldVideo, cover: WorldImage | undefined) {
  const name = cover === undefined ? video.videoId : fileIdOf(cover);
  return {
    capa: { duration: video.durationSeconds, frame_ts: 0, is_upload: false, is_user_select: false },
    consumer: { can_super_resolution: false, agent_bg_color: '' },
    image: {
      first_frame: `http://sns-img-qc.xhscdn.com/${name}?imageView2/2/w/1080/format/jpg`,
      thumbnail: `http://sns-img-qc.xhscdn.com/${name}`,
      thumbnail_dim: `http://sns-img-qc.xhscdn.com/${name}?imageView2/2/w/540/format/jpg`,
    },
  };
}

function toVideoFacts(video: WorldVideo, streams: readonly Stream[]) {
  const nowhere = [{ h: 0, w: 0, x: 0, y: 0 }];
  return {
    biz_id: video.videoId,
    biz_name: 110,
    drm_type: 0,
    hdr_type: 0,
    // Rounded up, where `capa` holds whole seconds.
    duration: video.durationSeconds + 1,
    width: video.width,
    height: video.height,
    md5: video.videoId.padStart(32, '0'),
    stream_types: streams.map((one) => one.streamType),
    bound: nowhere,
    bbox: { ocr_v2: nowhere, ocr_v3: nowhere, ocr_v4: nowhere, ocr_v5: nowhere },
    opaque1: {
      amend_mobile: '0',
      audioClsInfo: '{}',
      audioLevInfo: '{}',
      bottomAvgLuma: '0.1',
      domestic: 'true',
      hasHumanVoice: 'true',
      insertSubtitleLanguages: '["zh-CN"]',
      isSupportSubtitle: '["zh-CN"]',
      loudnorm: '{}',
      rightAvgLuma: '0.1',
      topAvgLuma: '0.1',
      videoLanguage: 'zh-CN',
    },
    ...(hasSubtitles(video) ? { subtitles: toSubtitles(video) } : {}),
  };
}

/** Every second video has subtitles; the others lack the very key. */
function hasSubtitles(video: WorldVideo): boolean {
  return Number(video.videoId.slice(-1)) % 2 === 0;
}

function toSubtitles(video: WorldVideo) {
  const of = (name: string, language: string) => [
    {
      language,
      format: 1,
      type: 1,
      url: `http://sns-subtitle-qc.xhscdn.com/subtitle/${video.videoId}_${name}.srt`,
    },
  ];
  return { source: of('source', 'zh-CN'), 'zh-CN': of('zh', 'zh-CN'), 'en-US': of('en', 'en-US') };
}

/** Times in ms; what is not known is 0 or -1. */
function toStream(video: WorldVideo, stream: Stream, index: number) {
  const ms = video.durationSeconds * 1000;
  return {
    master_url: stream.masterUrl,
    backup_urls: stream.backupUrls,
    width: stream.width,
    height: stream.height,
    size: stream.size,
    duration: ms,
    video_duration: ms,
    audio_duration: ms,
    avg_bitrate: stream.avgBitrate,
    video_bitrate: stream.avgBitrate - 128_000,
    audio_bitrate: 128_000,
    audio_channels: 2,
    audio_codec: 'aac',
    video_codec: stream.codec === 'h265' ? 'hevc' : stream.codec,
    format: 'mp4',
    fps: 30,
    quality_type: stream.width > 720 ? 'FHD' : 'HD',
    stream_type: stream.streamType,
    stream_desc: `X26${stream.codec === 'h265' ? '5' : '4'}_MP4`,
    default_stream: index === 0 ? 1 : 0,
    weight: 62,
    hdr_type: 0,
    rotate: 0,
    sr: 0,
    volume: 0,
    psnr: 0,
    ssim: 0,
    vmaf: -1,
    token: '',
    opaque1: { didLoudnorm: 'true', pcdn_302_flag: 'false', pcdn_supplier: '', use_pcdn: 'false' },
  };
}
