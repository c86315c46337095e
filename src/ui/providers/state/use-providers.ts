import { useEffect, useState } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { createProvidersStore, type ProvidersStore } from './providers-store';

/** The families for as long as the component is there. */
export function useProviders(): ProvidersStore {
  const { ports } = useUi();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createProvidersStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  return store;
}
