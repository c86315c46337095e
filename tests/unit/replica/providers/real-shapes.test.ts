import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { missingFrom, shapeOf } from '../shape';
import { askJustone, askParsebot, askTikhub, at } from './ask-provider';

/**
 * The providers' bodies against real ones, where the folder of real ones is at hand: every key of the real body is in
 * ours, with a value of the same kind. Strings of real bodies are blacked out; nothing of them is compared but kinds.
 */
const samplesDir = process.env['REAL_SAMPLES_DIR'];

let replica: Replica;
beforeAll(async () => {
  const topical = {
    key: 'topical',
    topLevelComments: 1,
    repliesOf: () => 2,
    contentOf: () => '同感 #茶生活[话题]#',
  };
  replica = await startReplica({ notes: [topical] });
  replica.providerKey('tikhub').limits.perSecond = Infinity;
});
afterAll(() => replica.close());

function readSample(name: string): unknown {
  return JSON.parse(readFileSync(join(samplesDir ?? '', 'providers', name), 'utf8'));
}

const getId = (key: string): string => replica.world.findNote(key)?.noteId ?? '';

/** Bodies of our answers, one for each set of parameters. */
async function askAll(path: string, all: readonly Readonly<Record<string, string | number>>[]) {
  const bodies = [];
  for (const params of all) bodies.push((await askTikhub(replica, path, params)).json);
  return bodies;
}

/** Threads with at least so many replies. */
function findThreads(key: string, replies: number): readonly string[] {
  const roots = replica.world.findNote(key)?.comments ?? [];
  return roots.filter((root) => root.replies.length >= replies).map((root) => root.id);
}

/** All pages of a note's comments at app_v2. */
async function askComments(key: string) {
  const bodies: unknown[] = [];
  for (let params: Record<string, string | number> | undefined = {}; params !== undefined;) {
    const [body] = await askAll('app_v2/get_note_comments', [
      { note_id: getId(key), index: 0, pageArea: 'UNFOLDED', sort_strategy: 'latest_v2', ...params },
    ]);
    bodies.push(body);
    params =
      at(body, 'data', 'data', 'has_more') === true
        ? { cursor: String(at(body, 'data', 'data', 'cursor')) }
        : undefined;
  }
  return bodies;
}

describe.skipIf(samplesDir === undefined)('the shape of TikHub’s', () => {
  it('app_v2/get_note_comments', async () => {
    const real = shapeOf(at(readSample('tikhub_app_v2_comments.aima-2026-08-16.json'), 'response'));
    const ours = [...(await askComments('tea')), ...(await askComments('popular'))];
    ours.push(...(await askAll('app_v2/get_note_comments', [{ note_id: getId('tea'), cursor: '' }])));
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it('app_v2/get_note_sub_comments', async () => {
    const real = shapeOf(at(readSample('tikhub_app_v2_sub_comments.aima-2026-08-16.json'), 'response'));
    const threads = [
      ...findThreads('popular', 1).map((comment_id) => ({ note_id: getId('popular'), comment_id })),
      ...findThreads('topical', 1).map((comment_id) => ({ note_id: getId('topical'), comment_id })),
    ];
    const ours = await askAll(
      'app_v2/get_note_sub_comments',
      threads.map((thread) => ({ ...thread, cursor: '', index: 1 })),
    );
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it('app_v2/get_image_note_detail', async () => {
    const real = shapeOf(at(readSample('tikhub_app_v2_image_detail.aima-2026-08-16.json'), 'response'));
    const ours = await askAll(
      'app_v2/get_image_note_detail',
      ['tea', 'popular', 'livephoto', 'feed-1', 'feed-2'].map((key) => ({ note_id: getId(key) })),
    );
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it('app_v2/get_video_note_detail', async () => {
    const real = shapeOf(at(readSample('tikhub_app_v2_video_detail.aima-2026-08-16.json'), 'response'));
    const ours = await askAll(
      'app_v2/get_video_note_detail',
      ['video', 'feed-4', 'feed-11'].map((key) => ({ note_id: getId(key) })),
    );
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it('app_v2/search_notes', async () => {
    const real = shapeOf(at(readSample('tikhub_app_v2_search_notes.aima-2026-08-16.json'), 'response'));
    const ours = await askAll('app_v2/search_notes', [
      {
        keyword: '茶',
        note_type: '普通笔记',
        page: 1,
        sort_type: 'general',
        source: 'explore_feed',
        time_filter: '不限',
      },
    ]);
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it('web comments, which another vendor’s envelope holds', async () => {
    const real = shapeOf(readSample('tikhub_web_get_note_comments.seed003.json'));
    const ours = await askAll('web_v2/fetch_note_comments', [{ note_id: getId('tea') }]);
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it.each([
    ['xhs-app-raw_user_info.canglingzhiyue-2023.json', 'app_v2/get_user_info'],
    ['xhs-app-raw_user_notes.canglingzhiyue-2023.json', 'app_v2/get_user_posted_notes'],
    ['xhs-app-raw_faved_notes.canglingzhiyue-2023.json', 'app_v2/get_user_faved_notes'],
  ])('inner body, as in %s', async (sample, path) => {
    const real = shapeOf(readSample(sample));
    const people = new Set(replica.world.notes.map((note) => note.author.userId));
    const bodies = await askAll(
      path,
      [...people].map((user_id) => ({ user_id })),
    );
    expect(missingFrom(shapeOf(...bodies.map((body) => at(body, 'data'))), real)).toEqual([]);
  });

  it('search for people', async () => {
    const real = shapeOf(readSample('xhs-app-raw_search_users.canglingzhiyue-2023.json'));
    const [body] = await askAll('app_v2/search_users', [{ keyword: '的' }]);
    expect(missingFrom(shapeOf(at(body, 'data')), real)).toEqual([]);
  });
});

describe.skipIf(samplesDir === undefined)('the shape of others’', () => {
  it('JustOneAPI get-note-comment/v4', async () => {
    const real = shapeOf(readSample('justoneapi_get-note-comment_v4.seed004.json'));
    const bodies: unknown[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { json } = await askJustone(replica, 'get-note-comment/v4', {
        noteId: getId('popular'),
        ...(cursor === '' ? {} : { lastCursor: cursor }),
      });
      bodies.push(json);
      cursor = at(json, 'data', 'has_more') === true ? String(at(json, 'data', 'cursor')) : undefined;
    }
    expect(missingFrom(shapeOf(...bodies), real)).toEqual([]);
  });

  it('Parse.bot get_note_detail', async () => {
    const real = shapeOf(readSample('parsebot_get_note_detail.seed001.json'));
    const { json } = await askParsebot(replica, 'get_note_detail', {
      note_id: getId('video'),
      xsec_token: replica.issueToken(getId('video')),
    });
    expect(missingFrom(shapeOf(json), real)).toEqual([]);
  });
});
