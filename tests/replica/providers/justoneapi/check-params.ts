/** True when a required parameter is missing, one of a list is none of it, or a number is none (code 400). */
export function hasBadParams(params: readonly string[], query: URLSearchParams): boolean {
  return params.some((param) => {
    const [, name = '', required, isInt, list] = /^(\w+)(\*)?(:int)?(?:=(.+))?$/.exec(param) ?? [];
    const value = query.get(name);
    if (value === null || value === '') return required !== undefined;
    if (isInt !== undefined && !/^\d+$/.test(value)) return true;
    return list !== undefined && !list.split('|').includes(value);
  });
}
