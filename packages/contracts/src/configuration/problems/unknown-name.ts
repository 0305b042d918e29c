import { listed } from '../fields/allowed.ts';
import type { Finding } from './configuration-problem.ts';
import { nearest } from './nearest.ts';
import { showValue } from './show-value.ts';

const mostListed = 20;

export interface UsedName {
  readonly path: Finding['path'];
  readonly name: string;
  readonly existing: readonly string[];
  readonly heading: string;
}

/** A name that is used and that nothing under the heading bears, with what exists there. */
export function unknownName({ path, name, existing, heading }: UsedName): Finding {
  const meant = nearest(name, existing);
  return {
    path,
    atKey: false,
    actual: showValue(name),
    expected: `a name in \`${heading}\` (${listed(existing.slice(0, mostListed))})`,
    fix:
      meant === undefined
        ? `Add it to \`${heading}\`, or use one that is there.`
        : `Did you mean \`${meant}\`?`,
  };
}
