import { type FormPart, meaningOf } from './field.ts';

/** Claims whose value is a list of texts where several can be named. */
const lists: readonly string[] = ['amr', 'roles', 'groups', 'entitlements', 'crit', 'x5c', '_sd'];
const objects: readonly string[] = [
  'address',
  'act',
  'may_act',
  'cnf',
  'events',
  'vc',
  'vp',
  'status',
  'jwk',
  'epk',
];
const switches: readonly string[] = ['email_verified', 'phone_number_verified', 'b64'];

/**
 * What a member is given when it is added, as JSON of its usual kind.
 * @param now seconds since 1970
 */
export function startValue(part: FormPart, name: string, now: number): string {
  if (name === 'exp') return String(now + 900);
  if (meaningOf(part, name)?.isTime) return String(now);
  if (name === 'p2c') return '600000';
  if (name === 'authorization_details') return '[{ "type": "" }]';
  if (lists.includes(name)) return '[]';
  if (objects.includes(name)) return '{}';
  return switches.includes(name) ? 'true' : '""';
}
