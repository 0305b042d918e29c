import type { JsonNode } from '../json/json-node.ts';

/** The way to a claim: names of members, numbers of elements from 0, such as `['nationalities', 1]`. */
export type ClaimPath = readonly (string | number)[];

const step = /^(?:\.?([^.[\]]+)|\[(\d{1,6})\])/;

/**
 * A path as people write it: `address.street`, `nationalities[1]`, or a JSON pointer (RFC 6901) for names that hold
 * a dot or a bracket: `/a.b/0`. Undefined for what is none.
 */
export function readClaimPath(text: string): ClaimPath | undefined {
  if (text.startsWith('/')) return text.slice(1).split('/').map(unescapePointer);
  const steps: (string | number)[] = [];
  for (let rest = text; rest !== ''; ) {
    const found = rest.startsWith('.') && steps.length === 0 ? null : step.exec(rest);
    if (found === null) return undefined;
    steps.push(found[1] ?? Number(found[2]));
    rest = rest.slice(found[0].length);
  }
  return steps.length === 0 ? undefined : steps;
}

/** RFC 6901 §4: `~1` first, so that `~01` becomes `~1`. */
function unescapePointer(text: string): string {
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The path with numbers where arrays are and names where objects are; undefined when nothing stands there. */
export function resolvePath(root: JsonNode, path: ClaimPath): ClaimPath | undefined {
  const resolved: (string | number)[] = [];
  let node: JsonNode | undefined = root;
  for (const each of path) {
    if (node?.kind === 'array' && /^(?:0|[1-9]\d*)$/.test(String(each))) {
      node = node.items[Number(each)];
      resolved.push(Number(each));
    } else if (node?.kind === 'object') {
      node = node.members.find(({ name }) => name.value === String(each))?.value;
      resolved.push(String(each));
    } else return undefined;
  }
  return node === undefined || resolved.length === 0 ? undefined : resolved;
}

export function pathKey(path: ClaimPath): string {
  return JSON.stringify(path);
}
