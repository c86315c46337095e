import type { Provider } from './provider';
import { tikhubApp } from './tikhub-app';
import { tikhubAppV2 } from './tikhub-app-v2';

/** Every series that can be asked; the order of asking is the settings', not this one's. */
export const PROVIDER_SERIES: readonly Provider[] = [tikhubAppV2, tikhubApp];
