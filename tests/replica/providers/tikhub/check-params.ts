export interface ParamProblem {
  readonly type: string;
  readonly loc: readonly string[];
  readonly msg: string;
}

/** What FastAPI finds wrong with a query: required ones that are missing, numbers that are none (TikHub OpenAPI, 422). */
export function findParamProblems(
  params: readonly string[],
  query: URLSearchParams,
): readonly ParamProblem[] {
  return params.flatMap((param): ParamProblem[] => {
    const [, name = '', required, isInt] = /^(\w+?)(\*)?(:int)?$/.exec(param) ?? [];
    const value = query.get(name);
    if (value === null) {
      return required === undefined ? [] : [{ type: 'missing', loc: ['query', name], msg: 'Field required' }];
    }
    if (isInt === undefined || /^-?\d+$/.test(value)) return [];
    return [
      {
        type: 'int_parsing',
        loc: ['query', name],
        msg: 'Input should be a valid integer, unable to parse string as an integer',
      },
    ];
  });
}
