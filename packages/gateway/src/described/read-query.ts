/** Names and values of a query, undone of their escapes; undefined where servers could read it in different ways. */
export function readQuery(query: string): ReadonlyMap<string, readonly string[]> | undefined {
  const values = new Map<string, string[]>();
  if (query.length <= 1) return values;
  for (const piece of query.slice(1).split('&')) {
    if (piece === '') continue;
    // Some servers split at it as well.
    if (piece.includes(';')) return undefined;
    const equals = piece.indexOf('=');
    const name = unescaped(equals === -1 ? piece : piece.slice(0, equals));
    const value = unescaped(equals === -1 ? '' : piece.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    const others = values.get(name);
    if (others === undefined) values.set(name, [value]);
    else others.push(value);
  }
  return values;
}

/** As forms are read (URL Standard §5.1), but for what is no escape, or no UTF-8. */
function unescaped(text: string): string | undefined {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
