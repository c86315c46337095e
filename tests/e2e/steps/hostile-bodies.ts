/** Every path whose answers are read (site bundle xhs-pc-web 6.12.1, 2026-05). */
export const READ_PATHS = [
  '/v1/feed',
  '/v2/comment/page',
  '/v2/comment/sub/page',
  '/v1/homefeed',
  '/v1/search/notes',
  '/v1/user_posted',
  '/v1/user/otherinfo',
  '/v2/user/me',
  '/v1/you/mentions',
  '/v1/you/likes',
  '/v1/you/connections',
];

/** Answers that are no JSON, no answer of the site, or nothing that a parser should follow to its end. */
export const HOSTILE_BODIES: readonly string[] = [
  '',
  'null',
  '[]',
  '7',
  '"text"',
  '{"code":0',
  '<!doctype html><title>no</title>',
  '{"code":0,"success":true,"data":null}',
  '{"code":0,"success":true,"data":[[],[]]}',
  '{"code":"0","data":{"items":{}}}',
  '{"code":0,"data":{"items":[null,1,"x",{}],"comments":[null,1,"x",{}],"notes":[null,{}],"message_list":[0]}}',
  `{"code":0,"data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  `{"code":0,"data":${'{"data":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  '{"code":0,"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"comments":[{"id":"__proto__","note_id":"constructor","content":"x","user_info":{"user_id":"__proto__","__proto__":{"polluted":1}},"__proto__":{"polluted":1}}],"items":[{"id":"__proto__","note_card":{"__proto__":{"polluted":1}}}],"cursor":"","has_more":false}}',
  '{"code":0,"__proto__":{"polluted":1},"data":{"basic_info":{"__proto__":{"polluted":1},"nickname":{}},"interactions":[{"type":"__proto__","count":"1"}],"tags":{"__proto__":[]}}}',
];
