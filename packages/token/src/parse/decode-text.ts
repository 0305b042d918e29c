const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text behind bytes, or undefined where they are not UTF-8 (RFC 3629). A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch (error) {
    // `fatal` has exactly one way to say "not UTF-8".
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Offset of the first byte that cannot stand where it does; the length when all can. */
export function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // Prefixes decode up to the bad sequence, `stream` forgiving a character cut at the end.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (prefixDecodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function prefixDecodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
