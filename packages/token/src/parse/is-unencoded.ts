import type { Segment } from './parsed-token.ts';

/** RFC 7797 §3: with `b64: false` in its header the payload is signed and sent as it is. */
export function isUnencoded({ content }: Segment): boolean {
  if (content.kind !== 'json' || content.root.kind !== 'object') return false;
  const b64 = content.root.members.findLast(({ name }) => name.value === 'b64')?.value;
  return b64?.kind === 'literal' && b64.value === false;
}
