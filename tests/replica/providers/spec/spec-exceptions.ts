import type { SpecViolation } from '../types';
import exceptions from './spec-exceptions.json';

/** Something that the vendor's document does not allow, but a newer fact does. */
interface SpecException {
  readonly provider: string;
  readonly path: string;
  /** `null`: the path itself. */
  readonly parameter: string | null;
  readonly problem: string;
  readonly standsIn: string;
  readonly date: string;
}

/** The newer fact that excuses a violation. Each is named in `spec-exceptions.json`, one by one. */
export function findException(violation: SpecViolation): SpecException | undefined {
  return exceptions.find(
    (exception: SpecException) =>
      exception.provider === violation.provider &&
      exception.path === violation.path &&
      exception.parameter === (violation.parameter ?? null) &&
      exception.problem === violation.problem,
  );
}
