import type { WorldImage, WorldVideo } from '../../world/types';

/** `url`, `trace_id` and `file_id` are empty in every saved note page (2025-12). */
export function toImageBody(image: WorldImage) {
  return {
    width: image.width,
    height: image.height,
    url: '',
    url_pre: image.urlPre,
    url_default: image.urlDefault,
    trace_id: '',
    file_id: '',
    live_photo: image.livePhotoUrl !== undefined,
    stream: image.livePhotoUrl === undefined ? {} : toLivePhotoStream(image.livePhotoUrl),
    info_list: [
      { image_scene: 'WB_PRV', url: image.urlPre },
      { image_scene: 'WB_DFT', url: image.urlDefault },
    ],
  };
}

function toLivePhotoStream(masterUrl: string) {
  const backup = masterUrl.replace('sns-video-qc', 'sns-bak-v1');
  return { h264: [{ master_url: masterUrl, backup_urls: [backup] }], h265: [], h266: [], av1: [] };
}

/** A picture of a comment has no stream and no ids (hydrated state, 2025-07). */
export function toCommentPictureBody(image: WorldImage) {
  return {
    width: image.width,
    height: image.height,
    url_pre: image.urlPre,
    url_default: image.urlDefault,
    info_list: [
      { image_scene: 'WB_PRV', url: image.urlPre },
      { image_scene: 'WB_DFT', url: image.urlDefault },
    ],
  };
}

/** The cover of a card (saved homefeed and search bodies, 2025-05 and 2025-11). */
export function toCoverBody(image: WorldImage) {
  const url = (style: string): string => image.urlDefault.replace(/![^!]*$/, `!${style}`);
  return {
    width: image.width,
    height: image.height,
    url: '',
    file_id: '',
    url_pre: url('nc_n_webp_prv_1'),
    url_default: url('nc_n_webp_mw_1'),
    info_list: [
      { image_scene: 'CRD_PRV_WEBP', url: url('nc_n_webp_prv_1') },
      { image_scene: 'CRD_WM_WEBP', url: url('nc_n_webp_mw_1') },
    ],
  };
}

/** `note.video` (saved note pages, 2025-12): seconds in `duration` of capa, ms in the streams, `video_id` above 2^53. */
export function toVideoBody(video: WorldVideo) {
  const streamsOf = (codec: 'h264' | 'h265' | 'av1') =>
    video.streams.filter((stream) => stream.codec === codec).map((stream) => toStreamBody(video, stream));
  return {
    capa: { duration: video.durationSeconds },
    image: {
      ...(video.originVideoKey === undefined ? {} : { first_frame_fileid: `110/0/${video.videoId}_0.jpg` }),
      thumbnail_fileid: `110/0/${video.videoId}_1.jpg`,
    },
    ...(video.originVideoKey === undefined ? {} : { consumer: { origin_video_key: video.originVideoKey } }),
    media: {
      video_id: BigInt(video.videoId),
      video: {
        duration: video.durationSeconds,
        md5: video.videoId.padStart(32, '0'),
        hdr_type: 0,
        drm_type: 0,
        stream_types: video.streams.map((stream) => stream.streamType),
        biz_name: 110,
        biz_id: video.videoId,
      },
      stream: { h264: streamsOf('h264'), h265: streamsOf('h265'), h266: [], av1: streamsOf('av1') },
    },
  };
}

function toStreamBody(video: WorldVideo, stream: WorldVideo['streams'][number]) {
  const durationMs = video.durationSeconds * 1000;
  return {
    master_url: stream.masterUrl,
    backup_urls: stream.backupUrls,
    width: stream.width,
    height: stream.height,
    duration: durationMs,
    video_duration: durationMs,
    audio_duration: durationMs,
    size: stream.size,
    fps: 30,
    format: 'mp4',
    video_codec: stream.codec === 'h265' ? 'hevc' : stream.codec,
    audio_codec: 'aac',
    audio_channels: 2,
    audio_bitrate: 128_000,
    video_bitrate: stream.avgBitrate - 128_000,
    avg_bitrate: stream.avgBitrate,
    stream_type: stream.streamType,
    stream_desc: STREAM_NAMES[stream.streamType] ?? '',
    quality_type: 'HD',
    default_stream: 0,
    weight: 62,
    rotate: 0,
    volume: 0,
    hdr_type: 0,
    psnr: 0,
    ssim: 0,
    vmaf: -1,
  };
}

const STREAM_NAMES: Readonly<Record<number, string>> = {
  258: 'X264_MP4',
  259: 'WM_X264_MP4',
  114: 'X265_MP4_WEB_114',
  115: 'X265_MP4_WEB_115',
};
