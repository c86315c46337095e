import type { Services } from '../services';

/** Lets something run that nobody waits for. Should it fail, that is kept as a problem, as if somebody had waited. */
export function doAside(
  services: Pick<Services, 'problems'>,
  task: Promise<unknown>,
  where: 'background' | 'page' = 'background',
): void {
  void task.catch((thrown: unknown) => services.problems.record(thrown, where));
}
