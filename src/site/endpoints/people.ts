import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { AppError } from '../../model/errors';
import { mapProfile, profileShape } from '../rows/profile-row';
import { ID_PATTERN, flagShape, textShape } from '../rows/read-shape';
import { defineEndpoint } from './define-endpoint';

/** GET v2/user/me: who looks (understood, but not copied from pages, see `patterns`); guests have an id too, which is nobody's (public clients, 2024 to 2026). */
export const userMe = defineEndpoint({
  id: 'user-me',
  kind: 'viewer',
  path: /^v\d\/user\/me$/,
  shape: z.object({ guest: flagShape, userId: textShape }),
  map: (row) => {
    const isKnown = row.guest === false && row.userId && ID_PATTERN.test(row.userId);
    return {
      sightings: {
        viewer: omitUndefined({
          loggedIn: row.guest == null ? undefined : !row.guest,
          userId: isKnown ? (row.userId ?? undefined) : undefined,
        }),
      },
    };
  },
});

/** GET v1/user/selfinfo: answers with success only to who is logged in; it does not say the id (public clients, 2024 to 2026). */
export const selfInfo = defineEndpoint({
  id: 'self-info',
  kind: 'viewer',
  path: /^v\d\/user\/selfinfo$/,
  shape: z.object({ result: z.object({ success: z.boolean() }) }),
  map: (row) => ({ sightings: { viewer: { loggedIn: row.result.success } } }),
});

/** GET v1/user/otherinfo: a profile; only the address says whose (saved body 2023; site bundle 6.12.1, 2026-05). */
export const otherInfo = defineEndpoint({
  id: 'other-info',
  kind: 'authors',
  path: /^v\d\/user\/otherinfo$/,
  shape: profileShape,
  map: (row, asked) => {
    const userId = asked.query.get('target_user_id');
    if (userId === null || !ID_PATTERN.test(userId)) {
      throw new AppError('page-changed', { details: { endpoint: 'other-info', missing: 'target_user_id' } });
    }
    return { sightings: { authors: [mapProfile(row, userId, asked.query.get('xsec_token') ?? undefined)] } };
  },
});
