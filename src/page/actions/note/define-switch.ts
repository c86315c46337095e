import type { ActionName } from '../../../model/actions/action.catalog';
import type { ActionOrder } from '../../../model/actions/page-action';
import { findControl, readSwitch } from '../../../site/controls';
import type { CONTROLS } from '../../../site/controls';
import { notFound, POSSIBLE } from '../define-action';
import type { ExpectedCall, PageAction, Scene, Verdict } from '../define-action';

interface Switch {
  readonly name: ActionName;
  readonly control: keyof typeof CONTROLS;
  /** Where the button stands. */
  readonly within: (scene: Scene) => HTMLElement | undefined;
  readonly wanted: 'on' | 'off';
  readonly expects: (order: ActionOrder) => ExpectedCall;
}

/**
 * A button that is on or off, such as a like. Its state is read from the picture's symbol; a state that is wanted already
 * is an answer, and a button without a known state is not pressed.
 */
export function defineSwitch({ name, control, within, wanted, expects }: Switch): PageAction {
  const find = (scene: Scene) => {
    const parent = within(scene);
    return parent && findControl(parent, control);
  };
  const read = (scene: Scene) => {
    const button = find(scene);
    return button && readSwitch(button);
  };
  return {
    name,
    check: (scene): Verdict => {
      if (!find(scene)) return notFound(`${control}-button`);
      const state = read(scene);
      if (state === undefined) return notFound(`${control}-state`);
      return state === wanted ? { is: 'already' } : POSSIBLE;
    },
    perform: (scene) => find(scene)?.click(),
    expects,
    isShownAtOnce: true,
    shows: (scene) => (read(scene) === wanted ? {} : undefined),
  };
}
