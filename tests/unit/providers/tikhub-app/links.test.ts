import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../src/model/errors';
import { tikhubApp } from '../../../../src/providers/tikhub-app/index';
import { createGatewayUnderTest, terms } from '../../../support/providers/gateway-under-test';
import type { Http } from '../../../../src/providers/http';

const NOTE_DOOR = '/api/v1/xiaohongshu/app/extract_share_info';
const AUTHOR_DOOR = '/api/v1/xiaohongshu/app/get_user_id_and_xsec_token';
const AUTHOR = '5faa00000000000000000002';
const text = 'http://xhslink.com/m/Ab12c';

/** The line to the vendor, answering each endpoint with what lies in its `data`. */
function createTest(answers: Readonly<Record<string, object>>) {
  const asked: string[] = [];
  const http: Http = ({ url }) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const body = JSON.stringify({ code: 200, request_id: 'r-1', data: answers[pathname] });
    return Promise.resolve({ status: 200, at: 0, headers: {}, text: body });
  };
  const { gateway, entries } = createGatewayUnderTest([tikhubApp], () => ({}), {}, http);
  return { asked, entries, resolve: () => gateway.call('link.resolve', { text }, terms()) };
}

describe("a short link at TikHub's app series", () => {
  it('that names no note is read as one of a person, and both calls are counted', async () => {
    const test = createTest({
      [NOTE_DOOR]: { note_id: '', xsec_token: '' },
      [AUTHOR_DOOR]: { user_id: AUTHOR, xsec_token: 'AB=' },
    });
    const { value, report } = await test.resolve();
    expect(value).toEqual({ userId: AUTHOR, xsecToken: 'AB=' });
    expect(test.asked).toEqual([NOTE_DOOR, AUTHOR_DOOR]);
    expect(report).toMatchObject({
      billedCalls: 2,
      failed: [{ kind: 'invalid-response', reason: 'note_id' }],
    });
  });

  it('is not asked a second time where the first answer names a person', async () => {
    const test = createTest({ [NOTE_DOOR]: { note_id: null, user_id: AUTHOR } });
    expect((await test.resolve()).value).toEqual({ userId: AUTHOR });
    expect(test.asked).toEqual([NOTE_DOOR]);
  });

  it('that names nothing at all has failed after both', async () => {
    const test = createTest({ [NOTE_DOOR]: { note_id: '' }, [AUTHOR_DOOR]: { user_id: '' } });
    const error = await test.resolve().catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({ code: 'providers-failed', details: { attempts: 2 } });
    expect(test.asked).toEqual([NOTE_DOOR, AUTHOR_DOOR]);
  });
});
