import { useEffect, useState } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { createTemplatesStore, type TemplatesStore } from './create-templates-store';

/** All templates, for as long as the component is there. */
export function useTemplates(): TemplatesStore {
  const { ports } = useUi();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createTemplatesStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  return store;
}
