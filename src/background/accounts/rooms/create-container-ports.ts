import {
  createContainer,
  knowsContainers,
  listContainers,
  removeContainer,
  renameContainer,
} from '../../../platform/logins/containers';
import { openWindow } from '../../../platform/tabs';
import type { ContainerPorts } from './container-ports';

/** The real Firefox; `undefined` in browsers and builds without containers. */
export const createContainerPorts = (): ContainerPorts | undefined =>
  knowsContainers()
    ? {
        list: listContainers,
        create: createContainer,
        rename: renameContainer,
        remove: removeContainer,
        openWindow,
      }
    : undefined;
