import type { ErrorReport } from '../../model/errors';
import type { CommentView } from './types';

/** The calls of a view that travel to its worker. */
export type ViewCallName = Exclude<keyof CommentView, 'close'>;

export type ViewCall = {
  readonly [Name in ViewCallName]: {
    readonly id: number;
    readonly name: Name;
    readonly args: Parameters<CommentView[Name]>;
  };
}[ViewCallName];

export type ViewAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorReport };
