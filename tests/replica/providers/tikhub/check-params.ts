export interface ParamProblem {
  readonly type: string;
  readonly loc: readonly string[];
  readonly msg: string;
}

/** What FastAPI finds wrong with a query: required ones that are missing, numbers that are none or too large (TikHub OpenAPI, 422). */
export function findParamProblems(
  params: readonly string[],
  query: URLSearchParams,
): readonly ParamProblem[] {
  return params.flatMap((param): ParamProblem[] => {
    const [, name = '', required, isInt, most] = /^(\w+?)(\*)?(:int(?:<(\d+))?)?$/.exec(param) ?? [];
    const value = query.get(name);
    if (value === null) {
      return required === undefined ? [] : [{ type: 'missing', loc: ['query', name], msg: 'Field required' }];
    }
    if (isInt === undefined) return [];
    if (/^-?\d+$/.test(value)) {
      if (most === undefined || Number(value) <= Number(most)) return [];
      return [
        {
          type: 'less_than_equal',
          loc: ['query', name],
          msg: `Input should be less than or equal to ${most}`,
        },
      ];
    }
    return [
      {
        type: 'int_parsing',
        loc: ['query', name],
        msg: 'Input should be a valid integer, unable to parse string as an integer',
      },
    ];
  });
}
