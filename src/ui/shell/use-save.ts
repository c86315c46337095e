import { toAppError } from '../../model/errors';
import { useTexts } from '../text-context';
import { useUi } from './ui-context';

/** Runs something that changes settings or stored things and says so when it fails. Answers whether it worked. */
export function useSave(): (change: Promise<unknown>) => Promise<boolean> {
  const { toasts } = useUi();
  const { t } = useTexts();
  return async (change) => {
    try {
      await change;
      return true;
    } catch (thrown) {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
      return false;
    }
  };
}
