import type { EnginePorts } from '../ports';

/** Soon enough after a death, and the least that browsers grant. */
export const SAFETY_MS = 30_000;

/** While anything is under way, an alarm stands ahead: should this life of the background end, another one goes on. */
export interface SafetyAlarm {
  set(): Promise<void>;
  /** Sets it anew where it has rung or is about to, and where the clock was set back and it would be long in coming. */
  renew(): Promise<void>;
}

export function createSafetyAlarm({ now, wakeAt }: Pick<EnginePorts, 'now' | 'wakeAt'>): SafetyAlarm {
  let at = -Infinity;
  const set = async () => {
    at = now() + SAFETY_MS;
    await wakeAt(at);
  };
  return {
    set,
    renew: async () => {
      const ahead = at - now();
      if (ahead < SAFETY_MS / 2 || ahead > SAFETY_MS) await set();
    },
  };
}
