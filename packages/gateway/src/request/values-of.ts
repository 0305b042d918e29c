/**
 * All values of a field, in their order.
 * @param name in lower case
 * @param headers name, value, name, value …
 */
export function valuesOf(name: string, headers: readonly string[]): readonly string[] {
  return headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
}
