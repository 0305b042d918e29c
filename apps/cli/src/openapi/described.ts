/** What is read of a description: members of plain objects, and never more of it than is asked for. */
export type Described = Readonly<Record<string, unknown>>;

const longestChain = 8;

export function membersOf(value: unknown): Described {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Follows references within the file alone; undefined where one leads elsewhere, nowhere or in a circle. */
export function followed(document: Described, value: unknown): Described | undefined {
  let found = membersOf(value);
  for (let step = 0; step <= longestChain; step += 1) {
    const reference = textOf(found['$ref']);
    if (reference === undefined) return found;
    if (!reference.startsWith('#/')) return undefined;
    let at: unknown = document;
    for (const part of reference.slice(2).split('/')) {
      const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
      const members = membersOf(at);
      if (!Object.hasOwn(members, name)) return undefined;
      at = members[name];
    }
    found = membersOf(at);
  }
  return undefined;
}
