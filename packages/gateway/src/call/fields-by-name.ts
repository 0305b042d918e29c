/** Fields as `node:http2` takes trailers: each name once, in lower case, with all its values in their order. */
export function fieldsByName(fields: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = Object.create(null);
  for (let index = 0; index < fields.length; index += 2) {
    const name = (fields[index] ?? '').toLowerCase();
    found[name] = [...(found[name] ?? []), fields[index + 1] ?? ''];
  }
  return found;
}
