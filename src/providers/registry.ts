import type { Provider } from './provider';

/** Every series that can be asked; the order of asking is the settings', not this one's. */
export const PROVIDER_SERIES: readonly Provider[] = [];
