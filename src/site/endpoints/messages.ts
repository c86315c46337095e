import * as z from 'zod/mini';
import { mapMessage, messageShape } from '../rows/message-row';
import type { Endpoint } from './define-endpoint';
import { defineEndpoint } from './define-endpoint';

/** GET v1/you/mentions, likes and connections: the three lists of the notification page (saved bodies 2023). */
export const messages: readonly Endpoint[] = ['mentions', 'likes', 'connections'].map((list) =>
  defineEndpoint({
    id: list,
    kind: 'notifications',
    path: new RegExp(`^v\\d/you/${list}$`),
    shape: z.object({ messageList: z.array(messageShape) }),
    map: (row) => ({ sightings: { notifications: row.messageList.map(mapMessage) } }),
  }),
);
