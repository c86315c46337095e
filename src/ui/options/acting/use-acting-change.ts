import type { ActingSettings } from '../../../model/actions/acting-settings';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';

/** Changes some of the settings of acting; a refusal is said. */
export function useActingChange(acting: ActingSettings): (part: Partial<ActingSettings>) => void {
  const { settings } = useUi();
  const save = useSave();
  return (part) => {
    // What was changed a moment ago, here or in another window, stays changed.
    const before = settings.settings.value?.acting ?? acting;
    void save(settings.change({ acting: { ...before, ...part } }));
  };
}
