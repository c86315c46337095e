import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS as JUSTONE } from '../../../replica/providers/justoneapi/endpoints';
import exceptions from '../../../replica/providers/spec/spec-exceptions.json';
import { ENDPOINTS as TIKHUB } from '../../../replica/providers/tikhub/endpoints';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { findSpecsDir } from '../../../support/provider-specs';
import { askJustone, askTikhub } from './ask-provider';

const specsDir = findSpecsDir();
let replica: Replica | undefined;
afterEach(async () => {
  await replica?.close();
  replica = undefined;
});

async function start(folder: string | undefined): Promise<Replica> {
  replica = await startReplica(folder === undefined ? {} : { specsDir: folder });
  replica.providerKey('tikhub').limits.perSecond = Infinity;
  return replica;
}

describe('a request to a provider, held against the vendor’s document', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'specs-'));
    const query = (name: string, schema: object, required = false) => ({
      name,
      in: 'query',
      required,
      schema,
    });
    const paths = {
      '/api/xiaohongshu/search-note/v4': {
        get: {
          parameters: [
            query('token', { type: 'string' }, true),
            query('keyword', { type: 'string' }, true),
            query('page', { type: 'integer' }),
            query('noteType', { type: 'string', enum: ['ALL', 'VIDEO_NOTE'] }),
            query('num', { type: 'integer', maximum: 30 }),
          ],
        },
      },
    };
    writeFileSync(join(folder, 'justoneapi.openapi.json'), JSON.stringify({ paths }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['search-note/v4', { keyword: 'x', page: 2, noteType: 'ALL' }, []],
    [
      'search-note/v4',
      { page: 'two' },
      [
        ['keyword', 'missing parameter'],
        ['page', 'wrong type'],
      ],
    ],
    ['search-note/v4', { keyword: 'x', noteType: '_1' }, [['noteType', 'not in list']]],
    ['search-note/v4', { keyword: 'x', num: 31 }, [['num', 'not in list']]],
    ['search-note/v4', { keyword: 'x', sort: 'hot' }, [['sort', 'unknown parameter']]],
    [
      'search-note/v9',
      {},
      [
        [undefined, 'unknown path'],
        ['token', 'unknown parameter'],
      ],
    ],
  ] as const)('%s %o: %o', async (path, params, expected) => {
    const world = await start(folder);
    await askJustone(world, path, params);
    expect(world.specViolations.map(({ parameter, problem }) => [parameter, problem])).toEqual(expected);
    world.clearRecords();
    expect(world.specViolations).toHaveLength(expected.length);
  });

  it('is not held against anything where there is no document', async () => {
    const world = await start(folder);
    await askTikhub(world, 'app_v2/nothing', { any: 'thing' });
    expect(world.specViolations).toEqual([]);
    await world.close();
    const without = await start(undefined);
    await askJustone(without, 'search-note/v9');
    expect(without.specViolations).toEqual([]);
  });
});

/** A value that every declared type takes. */
function fill(name: string): string {
  if (/^(page|index|num|note_type|ai_mode|request_per_day)$/.test(name)) return '1';
  return name === 'sort_strategy' ? '1' : 'x';
}

describe.skipIf(specsDir === undefined)('the vendors’ own documents', () => {
  it('know every endpoint of TikHub that is answered here, with its parameters', async () => {
    const world = await start(specsDir);
    for (const [name, { params }] of Object.entries(TIKHUB)) {
      const path = name.startsWith('account/')
        ? `/api/v1/tikhub/user/${name.split('/')[1] ?? ''}`
        : `/api/v1/xiaohongshu/${name}`;
      const names = params.map((param) => /^\w+/.exec(param)?.[0] ?? '');
      await askTikhub(world, path, Object.fromEntries(names.map((one) => [one, fill(one)])));
    }
    expect(world.specViolations).toEqual([]);
  });

  it('require what is required here', () => {
    const document = readSpec('tikhub.openapi.json');
    for (const [name, { params }] of Object.entries(TIKHUB)) {
      const operation = document.paths[`/api/v1/xiaohongshu/${name}`]?.get;
      if (operation === undefined) continue;
      const excused = exceptions.filter(
        (one) => one.path.endsWith(`/${name}`) && one.problem === 'missing parameter',
      );
      const required = (operation.parameters ?? []).filter((one) => one.required).map((one) => one.name);
      const ours = params.filter((param) => param.includes('*')).map((param) => param.replace(/\*.*/, ''));
      expect([name, ...ours].sort()).toEqual(
        [name, ...required.filter((one) => !excused.some((excuse) => excuse.parameter === one))].sort(),
      );
    }
  });

  it('know every endpoint of JustOneAPI that is answered here', async () => {
    const world = await start(specsDir);
    for (const [name, { params }] of Object.entries(JUSTONE)) {
      const values = params.map((param): [string, string] => {
        const [, one = '', list] = /^(\w+)\*?(?::int)?(?:=(.+))?$/.exec(param) ?? [];
        return [one, list?.split('|')[0] ?? fill(one)];
      });
      await askJustone(world, name, Object.fromEntries(values));
    }
    expect(world.specViolations).toEqual([]);
  });

  it('do not know what the exceptions name: none of them is out of date', async () => {
    const world = await start(specsDir);
    const open = exceptions.filter(({ path, parameter, provider, problem }) => {
      const operation = readSpec(`${provider}.openapi.json`).paths[path]?.get;
      const known = operation?.parameters?.find(({ name }) => name === parameter);
      if (problem === 'unknown path') return parameter === null && operation === undefined;
      if (problem === 'unknown parameter') return parameter !== null && known === undefined;
      return problem === 'missing parameter' && known?.required === true;
    });
    expect(open).toEqual(exceptions);
    await askTikhub(world, 'web_v3/fetch_note_comments', { note_id: 'x', xsec_token: 'x' });
    expect(world.specViolations).toEqual([]);
    await askTikhub(world, 'app_v2/get_note_comments', { note_id: 'x', xsec_token: 'x' });
    expect(world.specViolations).toMatchObject([{ parameter: 'xsec_token', problem: 'unknown parameter' }]);
  });
});

interface Spec {
  readonly paths: Readonly<
    Record<string, { get?: { parameters?: readonly { name: string; required: boolean }[] } }>
  >;
}

function readSpec(file: string): Spec {
  return JSON.parse(readFileSync(join(specsDir ?? '', file), 'utf8')) as Spec;
}
