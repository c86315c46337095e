import type { Deed, SiteFaults } from '../types';
import type { World, WorldComment, WorldNote } from '../world/types';
import { createCommentShelf, type CommentShelf } from './comment-shelf';
import { createSessionBook, type SessionBook } from './sessions';
import { createTokenLedger, type TokenLedger } from './token-ledger';

/** Everything of the server that changes while it runs. */
export interface SiteState {
  readonly world: World;
  readonly faults: SiteFaults;
  readonly tokens: TokenLedger;
  readonly sessions: SessionBook;
  readonly comments: CommentShelf;
  /** Ids which comment bodies carried to browsers, by note, in order. */
  readonly servedIds: Map<string, Set<string>>;
  readonly decoyHits: string[];
  readonly deeds: Deed[];
  /** One token per person: profile links are many. */
  tokenOfUser(userId: string): string;
  likesOf(note: WorldNote): number;
  collectsOf(note: WorldNote): number;
  likesOfComment(comment: WorldComment): number;
}

export function createFaults(): SiteFaults {
  return {
    latencyMs: 0,
    captchaOnComments: 0,
    captcha471OnComments: 0,
    commentsCode: undefined,
    captchaRedirect: false,
    commentsBody: 'normal',
    repeatedCursor: false,
    duplicateRows: false,
    commentsStatus: undefined,
    stateWithout: undefined,
    expiredMedia: undefined,
    renewsLogins: false,
    deeds: {
      ...{ latencyMs: 0, code: undefined, status: undefined, isLost: false },
      ...{ passes: 0, noteId: undefined, only: undefined },
    },
  };
}

export function createSiteState(world: World): SiteState {
  const sessions = createSessionBook(world);
  const done = (what: 'likedNotes' | 'collectedNotes' | 'likedComments', id: string): number =>
    sessions.all.filter((session) => session[what].has(id)).length;
  const tokens = createTokenLedger(world.seed);
  const userTokens = new Map<string, string>();
  return {
    world,
    faults: createFaults(),
    tokens,
    sessions,
    comments: createCommentShelf(),
    servedIds: new Map(),
    decoyHits: [],
    deeds: [],
    tokenOfUser: (userId) => {
      const token = userTokens.get(userId) ?? tokens.issue(userId, 'pc_note');
      userTokens.set(userId, token);
      return token;
    },
    likesOf: (note) => note.likedCount + done('likedNotes', note.noteId),
    collectsOf: (note) => note.collectedCount + done('collectedNotes', note.noteId),
    likesOfComment: (comment) => comment.likeCount + done('likedComments', comment.id),
  };
}
