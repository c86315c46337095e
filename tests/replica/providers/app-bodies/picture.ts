import type { WorldImage } from '../../world/types';

/** The name of the file on the picture hosts: what stands between the hash and the style. */
export function fileIdOf(image: WorldImage): string {
  return /\/\d{12}\/[0-9a-f]{32}\/(.+)!/.exec(image.urlDefault)?.[1] ?? '';
}

/** The app's address of a picture at a width; `heif` and `webp` are what real bodies ask for (2026-08). */
function urlAt(image: WorldImage, width: number, format: 'heif' | 'webp' = 'heif'): string {
  return `https://sns-na-i4.xhscdn.com/${fileIdOf(image)}?imageView2/2/w/${String(width)}/format/${format}/q/58`;
}

/** A picture of a note in its detail; `url_size_large` may be empty (real bodies, 2026-08). */
export function toDetailPicture(image: WorldImage, index: number) {
  return {
    ...toCover(image),
    index,
    file_id_trans: '',
    url_trans: '',
    url_size_large: index % 3 === 2 ? '' : urlAt(image, 1440),
    url_multi_level: { low: urlAt(image, 540), medium: urlAt(image, 1080), high: urlAt(image, 1440) },
    original: '',
    latitude: 0,
    longitude: 0,
    scale_to_large: 5,
    text_intention: 0,
    origin_img: { width: image.width, height: image.height, size: 0 },
    ...(image.livePhotoUrl === undefined ? {} : toLivePhoto(image, image.livePhotoUrl)),
  };
}

/** The first picture alone, as lists carry it: 576 and 1440 wide, no original (real search body, 2026-08). */
export function toCover(image: WorldImage) {
  return {
    fileid: fileIdOf(image),
    trace_id: fileIdOf(image).split('/').at(-1) ?? '',
    width: image.width,
    height: image.height,
    url: urlAt(image, 576, 'webp'),
    url_size_large: urlAt(image, 1440, 'webp'),
    original: '',
    need_load_original_image: false,
  };
}

/** The moving part of a live photo (public client code of the app's feed, 2024 to 2026). */
function toLivePhoto(image: WorldImage, url: string) {
  const stream = { master_url: url, backup_urls: [url.replace('sns-video-qc', 'sns-bak-v1')] };
  return {
    live_photo_file_id: fileIdOf(image),
    live_photo: {
      media: { video_id: fileIdOf(image), stream: { h264: [stream], h265: [], h266: [], av1: [] } },
    },
  };
}

/** A picture of a comment (real comment bodies, 2026-02 and 2026-08). */
export function toCommentPicture(image: WorldImage, isMeme: boolean) {
  return {
    file_id: fileIdOf(image),
    width: image.width,
    height: image.height,
    box_w: Math.round(image.width / 8),
    box_h: Math.round(image.height / 8),
    url: urlAt(image, 576, 'webp'),
    origin_url: urlAt(image, 1440, 'webp'),
    ...(isMeme ? { meme_package: { width: 240, height: 240, image_url: urlAt(image, 240, 'webp') } } : {}),
  };
}
