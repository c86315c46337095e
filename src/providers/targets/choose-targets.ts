import type { Credential } from '../../model/providers/credential';
import type { OperationName } from '../../model/providers/operation';
import type { ProviderMemory } from '../../model/providers/kept/provider-memory';
import type { ProviderId } from '../../model/providers/provider.catalog';
import type { ProviderSettings } from '../../model/providers/provider-settings';
import type { Estimate } from '../../model/providers/run';
import type { Provider } from '../provider';
import type { CallTerms, Question, Target } from '../policies/call';
import { isResting } from './circuit';
import { findDoors, toOwnInput } from './find-doors';
import type { GatewayPorts } from '../policies/ports';

export type Gap = NonNullable<Estimate['gap']>;

export interface Choice {
  /** In the order of asking; the input is as the first of them understands it. */
  readonly targets: readonly Target[];
  readonly input: Question['input'];
  /** Why there is nobody; the reason that is nearest to being mended. */
  readonly gap?: Gap;
}

type ChoicePorts = Pick<
  GatewayPorts,
  'providers' | 'settings' | 'memory' | 'findCredential' | 'hasAccess' | 'clock'
>;

/** Nearest to being mended first. */
const GAPS: readonly Gap[] = ['locked', 'no-access', 'out', 'unsupported', 'no-key'];

/** Everybody who can be asked now, in the order of the settings, each through every door that fits. */
export async function chooseTargets(
  ports: ChoicePorts,
  question: Pick<Question, 'operation' | 'input'> & { readonly terms: Omit<CallTerms, 'runId'> },
): Promise<Choice> {
  const { operation, terms } = question;
  const [settings, memory] = await Promise.all([ports.settings(), ports.memory.read()]);
  const { input, page: pinned } = toOwnInput(question.input);
  const gaps = new Set<Gap>();
  const targets: Target[] = [];
  for (const provider of toOrder(ports.providers, settings, operation)) {
    const doors = findDoors(provider, operation);
    if (doors.length === 0 || terms.without?.includes(provider.id)) continue;
    // A page of a list is only understood by who gave the page before it.
    if (pinned && pinned.provider !== provider.id) continue;
    if (terms.only !== undefined && terms.only !== provider.family) continue;
    if (terms.only === undefined && settings.off.includes(provider.id) && !pinned) continue;
    const isAskedAnyway = terms.only !== undefined && !terms.quiet;
    const credential = await findUsable(ports, provider, gaps);
    if (!credential) continue;
    if (!isAskedAnyway && isLeftAlone(memory, provider, ports.clock.now())) {
      gaps.add('out');
      continue;
    }
    for (const endpoint of doors) {
      if (pinned?.endpoint !== undefined && pinned.endpoint !== endpoint.path) continue;
      if (endpoint.findGap?.(input) !== undefined) gaps.add('unsupported');
      else if (isTakenOut(memory, provider.id, endpoint.path)) gaps.add('out');
      else targets.push({ provider, endpoint, credential });
    }
  }
  const gap = GAPS.find((one) => gaps.has(one)) ?? 'no-key';
  return targets.length > 0 ? { targets, input } : { targets, input, gap };
}

/** The order of this operation, else of all; a series that neither names comes last. */
function toOrder(
  providers: readonly Provider[],
  settings: ProviderSettings,
  operation: OperationName,
): Provider[] {
  const order: readonly ProviderId[] = settings.orderOf[operation] ?? settings.order;
  const place = ({ id }: Provider) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...providers].sort((a, b) => place(a) - place(b));
}

async function findUsable(
  ports: ChoicePorts,
  { family }: Provider,
  gaps: Set<Gap>,
): Promise<Credential | undefined> {
  const credential = await ports.findCredential(family);
  if (credential === 'locked') gaps.add('locked');
  if (credential === undefined) gaps.add('no-key');
  if (credential === 'locked' || credential === undefined) return undefined;
  if (await ports.hasAccess(family)) return credential;
  gaps.add('no-access');
  return undefined;
}

/** The key is out, the vendor wants to be left alone, or the whole series is out. */
function isLeftAlone(memory: ProviderMemory, { id, family }: Provider, now: number): boolean {
  const known = memory.families[family];
  return (
    known?.out !== undefined ||
    isResting(known?.circuit, now) ||
    isResting(memory.series[id], now) ||
    memory.takenOut.some((out) => out.provider === id && out.operation === undefined)
  );
}

const isTakenOut = (memory: ProviderMemory, provider: ProviderId, endpoint: string) =>
  memory.takenOut.some((out) => out.provider === provider && out.endpoint === endpoint);
