/**
 * Text of a program that calls `act` with `input` where it is evaluated: in a page or a worker, out of reach of what
 * surrounds it here. The loader of these files names functions by a call of `__name`, which the program brings along.
 */
export function toProgram<Input>(act: (input: Input) => unknown, input: Input): string {
  return `((__name) => (${act.toString()})(${JSON.stringify(input)}))((act) => act)`;
}
