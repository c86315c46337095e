import { AppError } from '../../model/errors';
import { jobInputs } from '../../model/jobs/job-inputs';
import type { JobInput } from '../../model/jobs/job-inputs';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';

/** `invalid-input` for what is not an input of this kind of job. */
export function parseJobInput<Name extends JobKindName>(kind: Name, input: unknown): JobInput<Name> {
  const parsed = readJobInput(kind, input);
  if (!parsed) throw new AppError('invalid-input', { details: { reason: 'shape', kind } });
  return parsed;
}

/** The same of what is stored; `undefined` for what cannot be read. */
export function readJobInput<Name extends JobKindName>(
  kind: Name,
  input: unknown,
): JobInput<Name> | undefined {
  const parsed = jobInputs[kind].safeParse(input);
  return parsed.success ? (parsed.data as JobInput<Name>) : undefined;
}
