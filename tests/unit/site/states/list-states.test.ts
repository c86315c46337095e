import { describe, expect, it } from 'vitest';
import { parseAuthorState, parseFeedState, parseSearchState } from '../../../../src/site/states/list-states';
import { NOTE, OTHER_NOTE, USER } from '../invented';

const noteCard = {
  type: 'normal',
  displayTitle: '早餐',
  user: { userId: USER, nickName: '小鹿', avatar: 'https://example.org/a.jpg' },
  interactInfo: { liked: true, likedCount: '赞', sharedCount: '7', collectedCount: '2.4万' },
};
const item = (id: string) => ({ id, modelType: 'note', xsecToken: 'ABinvented=', noteCard });
const query = { id: 'x', modelType: 'rec_query', recQuery: { title: '相关搜索' } };
const user = { loggedIn: true, userInfo: { userId: USER, guest: false } };
const viewer = { loggedIn: true, userId: USER };

describe('states of lists', () => {
  it('feed: the notes under the channel in front', () => {
    const state = {
      feed: {
        feeds: { __v_isRef: true, _value: [item(NOTE), query, item(OTHER_NOTE)] },
        currentChannel: 'c',
      },
      user,
    };
    const sightings = parseFeedState(state, 'www.rednote.com');
    expect(sightings.listing).toEqual({ kind: 'feeds', key: 'c', noteIds: [NOTE, OTHER_NOTE] });
    expect(sightings.viewer).toEqual(viewer);
    expect(sightings.notes?.[0]).toEqual({
      noteId: NOTE,
      fields: {
        type: 'normal',
        title: '早餐',
        author: { id: { kind: 'site', value: USER }, nickname: '小鹿' },
        host: 'www.rednote.com',
      },
      counts: {
        likes: { raw: '赞', value: 0, approximate: false },
        collects: { raw: '2.4万', value: 24_000, approximate: true },
        shares: { raw: '7', value: 7, approximate: false },
      },
      token: { xsecToken: 'ABinvented=' },
      viewer: { liked: true },
    });
  });

  it('search: the notes under the keyword', () => {
    const state = { search: { feeds: [item(NOTE), query], searchContext: { keyword: '早餐' } }, user };
    expect(parseSearchState(state).listing).toEqual({ kind: 'searches', key: '早餐', noteIds: [NOTE] });
    expect(
      parseSearchState({ search: { feeds: [], searchContext: { keyword: '' } } }).listing,
    ).toBeUndefined();
  });

  it('profile: who it is, and the tab in front', () => {
    const owner = {
      basicInfo: { nickname: '小鹿', redId: '12345', gender: 1, ipLocation: '云南', desc: '', images: '' },
      interactions: [
        { type: 'follows', count: '12' },
        { type: 'fans', count: '1.2万' },
        { type: 'interaction', count: '10+' },
      ],
      tags: [
        { name: '博主', tagType: 'profession' },
        { icon: 'x', name: '', tagType: 'info' },
      ],
    };
    const state = {
      user: {
        ...user,
        userPageData: owner,
        notes: [[], [item(NOTE)]],
        activeTab: { index: 1, query: 'fav' },
      },
    };
    const sightings = parseAuthorState(state, USER);
    expect(sightings.listing).toEqual({ kind: 'authors', key: `${USER}:fav`, noteIds: [NOTE] });
    expect(sightings.authors).toEqual([
      {
        id: { kind: 'site', value: USER },
        fields: {
          nickname: '小鹿',
          redId: '12345',
          gender: 'female',
          place: '云南',
          desc: '',
          tags: [{ kind: 'profession', name: '博主' }],
        },
        counts: {
          follows: { raw: '12', value: 12, approximate: false },
          fans: { raw: '1.2万', value: 12_000, approximate: true },
          likedAndCollected: { raw: '10+', value: 10, approximate: true },
        },
      },
    ]);
    expect(parseAuthorState({ user: { ...state.user, userPageData: {} } }, USER).authors).toBeUndefined();
    expect(parseAuthorState(state, 'not-an-id').authors).toBeUndefined();
  });

  it('say that the page has changed when the list is gone', () => {
    expect(() => parseFeedState({ feed: {} })).toThrow('page-changed');
    expect(() => parseSearchState({})).toThrow('page-changed');
    expect(() => parseAuthorState({ user: { notes: 'x' } }, USER)).toThrow('page-changed');
    expect(() =>
      parseFeedState({ feed: { feeds: [{ id: NOTE, modelType: 'note', noteCard: {} }] } }),
    ).toThrow('page-changed');
  });
});
