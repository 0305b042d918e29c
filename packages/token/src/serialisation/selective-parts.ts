import { splitCompact } from '../parse/split-compact.ts';
import { canonicalBytes, malformed } from '../verdict/malformed.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import type { SelectiveParts } from './serialised-token.ts';

const mostDisclosures = 1000;
const rule = 'RFC 9901 §4';

/** An SD-JWT in its compact form, cut at the `~`. */
export interface SplitSelective {
  /** The token of the issuer alone. */
  readonly issued: string;
  /** Absent for a text without `~`, which is a plain token. */
  readonly parts?: SelectiveParts;
}

/** Cuts `token~disclosure~…~` and the key binding token behind it apart (RFC 9901 §4). Never throws. */
export function splitSelective(text: string): Verdict<SplitSelective> {
  const [issued = '', ...rest] = text.split('~', mostDisclosures + 3);
  const keyBinding = rest.pop();
  if (keyBinding === undefined) return verified({ issued });
  if (rest.length > mostDisclosures)
    return malformed('The SD-JWT has more disclosures than are read', {
      expected: `at most ${mostDisclosures}`,
      rule,
    });
  const parts = keyBinding === '' ? { disclosures: rest } : { disclosures: rest, keyBinding };
  return refuseParts(parts) ?? verified({ issued, parts });
}

/** `token~disclosure~…~`, and the key binding token where there is one. */
export function joinSelective(issued: string, { disclosures, keyBinding = '' }: SelectiveParts): string {
  return [issued, ...disclosures, keyBinding].join('~');
}

/** Undefined for parts that can stand between `~` as they are. */
export function refuseParts({
  disclosures,
  keyBinding,
}: SelectiveParts): ReturnType<typeof malformed> | undefined {
  for (const disclosure of disclosures) {
    if (disclosure === '') return malformed('A disclosure of the SD-JWT is empty', { rule });
    const bytes = canonicalBytes(disclosure, 'disclosure');
    if (bytes.verdict === 'refused') return bytes;
  }
  const binding = keyBinding === undefined ? undefined : splitCompact(keyBinding);
  if (binding?.verdict !== 'refused') return undefined;
  return malformed('What stands behind the last ~ is no key binding token', {
    expected: 'nothing, or a compact JWS of type kb+jwt',
    fix: 'End an SD-JWT without key binding with ~.',
    rule: 'RFC 9901 §4.3',
  });
}
