import type { Services } from '../../services';
import { cookieRooms } from './cookie-rooms';
import { createContainerRooms } from './container-rooms';
import type { SessionRooms } from './session-rooms';

/** How this browser keeps accounts apart; it is asked what it has, not what it is called. */
export const findRooms = ({ logins }: Pick<Services, 'logins'>): SessionRooms =>
  logins.containers ? createContainerRooms(logins.containers) : cookieRooms;
