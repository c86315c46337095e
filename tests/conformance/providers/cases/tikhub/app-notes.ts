/** Notes in full, as invented bodies of the app's API (shapes of real calls, 2026-08), and the model's words for them. */
import type { NoteSighting } from '../../../../../src/model/note';
import {
  NOTE,
  VIDEO_NOTE,
  TOPIC_PAGE,
  PICTURE,
  SHOWN,
  STREAM,
  PLAYED,
  exact,
  noteUser,
  noteAuthor,
  linkTo,
  sharedToken,
} from './app-values';

/** A note with two pictures, one of them a live photo. */
export const imageNoteRow = {
  id: NOTE,
  type: 'normal',
  title: '周末做面包',
  desc: '第一次成功[微笑R]\n#面包[话题]# @路人',
  time: 1_788_000_000,
  last_update_time: 1_788_000_600,
  ip_location: 'Guangdong',
  liked: false,
  collected: false,
  liked_count: 14_845,
  collected_count: 14_007,
  comments_count: 21_429,
  shared_count: 1_152,
  view_count: 0,
  user: noteUser,
  images_list: [
    {
      index: 0,
      fileid: '1040g0invented',
      width: 2_250,
      height: 3_000,
      url: `${PICTURE}?imageView2/2/w/576/format/heif`,
      url_size_large: `${PICTURE}?imageView2/2/w/1440/format/heif`,
      original: `${PICTURE}`,
      url_multi_level: { low: '', medium: '', high: `${PICTURE}?imageView2/2/w/1080` },
    },
    {
      index: 1,
      fileid: '1040g0invented2',
      width: 1_080,
      height: 1_440,
      url: `${PICTURE}2?imageView2/2/w/576/format/webp`,
      url_size_large: '',
      original: '',
      live_photo: { media: { video_id: '1', stream: { h265: [{ master_url: STREAM }] } } },
    },
  ],
  hash_tag: [
    {
      id: '5c0000000000000000000e01',
      name: '面包',
      type: 'topic',
      link: `xhsdiscover://topic/v2/${TOPIC_PAGE}?page_source=note_feed`,
    },
    {
      id: '5c0000000000000000000e02',
      name: '烘焙',
      type: 'topic',
      link: `xhsdiscover://rn/pages/topics?id=${TOPIC_PAGE}`,
    },
  ],
  topics: [{ id: '5c0000000000000000000e01', name: '面包', link: '', discuss_num: 0 }],
  share_info: { title: '周末做面包', content: '', image: PICTURE, link: linkTo(NOTE) },
  mini_program_info: { path: `pages/main/note/index?id=${NOTE}&xsec_token=CBother&xsec_source=app_share` },
};

export const imageNote: NoteSighting = {
  noteId: NOTE,
  fields: {
    type: 'normal',
    title: '周末做面包',
    author: noteAuthor,
    publishedAt: 1_788_000_000_000,
    editedAt: 1_788_000_600_000,
    place: 'Guangdong',
    text: '第一次成功[微笑R]\n#面包[话题]# @路人',
    images: [
      {
        width: 2_250,
        height: 3_000,
        url: `${SHOWN}?imageView2/2/w/1440/format/jpg`,
        previewUrl: `${SHOWN}?imageView2/2/w/576/format/jpg`,
        originUrl: SHOWN,
      },
      { width: 1_080, height: 1_440, url: `${SHOWN}2?imageView2/2/w/576/format/webp`, livePhotoUrl: PLAYED },
    ],
    video: null,
    topics: [
      { id: '5c0000000000000000000e01', name: '面包', pageId: TOPIC_PAGE, kind: 'topic' },
      { id: '5c0000000000000000000e02', name: '烘焙', pageId: TOPIC_PAGE, kind: 'topic' },
    ],
  },
  counts: { likes: exact(14_845), collects: exact(14_007), comments: exact(21_429), shares: exact(1_152) },
  token: sharedToken,
};

/** The asked video; others follow it, as recommended. `VIDEO_ID` stands for a number beyond 2^53. */
export const videoNoteRow = {
  ...imageNoteRow,
  id: VIDEO_NOTE,
  type: 'video',
  source_note: true,
  images_list: [],
  hash_tag: [],
  topics: [],
  share_info: { link: linkTo(VIDEO_NOTE) },
  mini_program_info: null,
  video_info_v2: {
    capa: { duration: 13 },
    media: {
      video_id: 'VIDEO_ID',
      audio_stream: {},
      stream: {
        h265: [],
        h264: [
          {
            master_url: STREAM,
            backup_urls: [STREAM, ''],
            width: 720,
            height: 1_280,
            size: 8_599_698,
            duration: 13_900,
            avg_bitrate: 4_949_466,
            stream_type: 258,
            vmaf: -1,
          },
        ],
      },
      video: {
        duration: 14,
        subtitles: {
          source: [{ language: 'zh-CN', url: 'http://sns-video-hw.xhscdn.com/invented.srt', type: 0 }],
        },
      },
    },
  },
};

export const videoNote: NoteSighting = {
  noteId: VIDEO_NOTE,
  fields: {
    ...imageNote.fields,
    type: 'video',
    images: [],
    topics: [],
    video: {
      videoId: '135750916117632975',
      durationSeconds: 13,
      streams: [
        {
          codec: 'h264',
          url: PLAYED,
          backupUrls: [PLAYED],
          width: 720,
          height: 1_280,
          bitrate: 4_949_466,
          sizeBytes: 8_599_698,
          streamType: 258,
        },
      ],
      subtitles: [{ language: 'zh-CN', url: 'https://sns-video-hw.xhscdn.com/invented.srt' }],
    },
  },
  counts: imageNote.counts,
  token: sharedToken,
};

/** The number is written out, since `JSON.stringify` of a double would lose its last digits. */
export const withVideoId = (body: unknown) =>
  JSON.stringify(body).replaceAll('"VIDEO_ID"', '135750916117632975');
