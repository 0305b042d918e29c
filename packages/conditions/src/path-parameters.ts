const parameter = /^\{(\w+)(\*?)\}$/;

/** The names of the parameters of a pattern such as `/orders/{tenant}/{rest*}`. */
export function parameterNames(pattern: string): readonly string[] {
  return pattern.split('/').flatMap((segment) => parameter.exec(segment)?.[1] ?? []);
}

/**
 * What stands in a canonical path where a pattern has parameters, with its escapes undone; undefined where the pattern does
 * not take the path. A canonical path holds no escaped slash, so that `{rest*}` can be read in one way only.
 */
export function pathParameters(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const takesRest = wanted.at(-1)?.endsWith('*}') === true;
  if (takesRest ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const [, name, rest] = parameter.exec(segment) ?? [];
    const value = rest === '*' ? given.slice(index).join('/') : (given[index] ?? '');
    if (name === undefined ? value !== segment : value === '' && rest !== '*') return undefined;
    if (name !== undefined) values[name] = decodeURIComponent(value);
  }
  return values;
}
