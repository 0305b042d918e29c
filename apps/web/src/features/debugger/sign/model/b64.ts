import { type JsonObject, readJson } from '@signet/token/json';
import { removeItem, removeMember, setItem, setMember } from './edit-json.ts';

/** Whether a header says that the payload is signed as it is (RFC 7797 §3). */
export function isUnencoded(header: string): boolean {
  const b64 = memberOf(rootOf(header), 'b64');
  return b64?.kind === 'literal' && b64.value === false;
}

/** Says it, and that whoever cannot follow must refuse (RFC 7797 §6); or takes both back. Nothing else changes. */
export function setUnencoded(header: string, isOn: boolean): string {
  const names = criticalIn(header);
  const place = names.indexOf('b64');
  if (isOn) {
    const marked = setMember(header, 'b64', 'false');
    if (place >= 0) return marked;
    return names.length > 0
      ? setItem(marked, 'crit', names.length, '"b64"')
      : setMember(marked, 'crit', '["b64"]');
  }
  const unmarked = removeMember(header, 'b64');
  if (place < 0) return unmarked;
  return names.length === 1 ? removeMember(unmarked, 'crit') : removeItem(unmarked, 'crit', place);
}

/** What `crit` names; what is no text in it has its place too. */
function criticalIn(header: string): readonly (string | undefined)[] {
  const crit = memberOf(rootOf(header), 'crit');
  if (crit?.kind !== 'array') return [];
  return crit.items.map((item) => (item.kind === 'string' ? item.value : undefined));
}

function rootOf(text: string): JsonObject | undefined {
  const reading = readJson(text);
  return reading.kind === 'json' && reading.root.kind === 'object' ? reading.root : undefined;
}

function memberOf(root: JsonObject | undefined, name: string) {
  return root?.members.find((member) => member.name.value === name)?.value;
}
