import { omitUndefined } from '../../lib/omit-undefined';
import type { OperationName } from '../../model/providers/operation';
import type { FamilyMemory, ProviderMemory } from '../../model/providers/kept/provider-memory';
import type { ProviderFailure } from '../../model/providers/provider-error';
import type { NextMove } from '../next-move';
import type { Target } from '../policies/call';
import { failCircuit } from './circuit';

/**
 * What is remembered after somebody answered: failures in a row are over, and a key that was refused is good. That a
 * free question about the account was answered says nothing of a balance that was gone. The same object when nothing
 * has changed.
 */
export function rememberSuccess(
  memory: ProviderMemory,
  { provider }: Target,
  operation: OperationName,
): ProviderMemory {
  const known = memory.families[provider.family] ?? {};
  const isBack =
    known.out !== undefined && (known.out.failure.kind === 'auth' || !operation.startsWith('account.'));
  if (!isBack && !known.circuit && memory.series[provider.id] === undefined) return memory;
  const series = omitUndefined({ ...memory.series, [provider.id]: undefined });
  const family = omitUndefined({ ...known, circuit: undefined, out: isBack ? undefined : known.out });
  return { ...memory, series, families: { ...memory.families, [provider.family]: family } };
}

/** What is remembered after the last attempt of a call failed: who is out, who rests until when, what went wrong. */
export function rememberFailure(
  memory: ProviderMemory,
  failed: { readonly target: Target; readonly operation: OperationName; readonly failure: ProviderFailure },
  move: NextMove,
  now: number,
): ProviderMemory {
  const { target, failure } = failed;
  const { id, family } = target.provider;
  const known: FamilyMemory = memory.families[family] ?? {};
  const seen = { failure, at: now };
  const { takesOut, rests } = move;
  const families = {
    ...memory.families,
    [family]: {
      ...known,
      lastFailure: seen,
      ...(takesOut === 'credential' ? { out: seen } : {}),
      ...(rests?.who === 'family' ? { circuit: failCircuit(known.circuit, now, rests.ms) } : {}),
    },
  };
  const series =
    rests?.who === 'series'
      ? { ...memory.series, [id]: failCircuit(memory.series[id], now, rests.ms) }
      : memory.series;
  return { ...memory, families, series, takenOut: takeOut(memory, failed, takesOut, now) };
}

function takeOut(
  { takenOut }: ProviderMemory,
  { target, operation, failure }: Parameters<typeof rememberFailure>[1],
  what: NextMove['takesOut'],
  at: number,
): ProviderMemory['takenOut'] {
  const { id } = target.provider;
  if (what === 'series') {
    const others = takenOut.filter((out) => out.provider !== id);
    return [...others, { provider: id, reason: failure.reason ?? failure.kind, at }];
  }
  if (what !== 'operation') return takenOut;
  const endpoint = target.endpoint.path;
  const others = takenOut.filter((out) => !(out.provider === id && out.endpoint === endpoint));
  return [...others, { provider: id, operation, endpoint, reason: failure.reason ?? failure.kind, at }];
}
