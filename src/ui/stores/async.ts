import { toAppError, type AppError } from '../../model/errors';

/** Something that is read: not there yet, nothing there, failed, or there. */
export type Async<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'empty' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly value: Value };

export const LOADING = { state: 'loading' } as const;
export const EMPTY = { state: 'empty' } as const;

/** `undefined` and `null` mean nothing there. */
export function toAsync<Value>(value: Value | undefined | null): Async<Value> {
  return value === undefined || value === null ? EMPTY : { state: 'ready', value };
}

export function toFailed(thrown: unknown): { state: 'failed'; error: AppError } {
  return { state: 'failed', error: toAppError(thrown) };
}

/** The value when it is there. */
export function findValue<Value>(of: Async<Value>): Value | undefined {
  return of.state === 'ready' ? of.value : undefined;
}
