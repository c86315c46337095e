import { justoneapi } from './justoneapi';
import { parsebot } from './parsebot';
import type { Provider } from './provider';
import { tikhubApp } from './tikhub-app';
import { tikhubAppV2 } from './tikhub-app-v2';
import { tikhubWeb } from './tikhub-web';
import { tikhubWebV2 } from './tikhub-web-v2';
import { tikhubWebV3 } from './tikhub-web-v3';

/** Every series that can be asked; the order of asking is the settings', not this one's. */
export const PROVIDER_SERIES: readonly Provider[] = [
  tikhubAppV2,
  tikhubApp,
  tikhubWebV3,
  justoneapi,
  parsebot,
  tikhubWebV2,
  tikhubWeb,
];
