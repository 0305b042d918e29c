import { attributeValueSchema, isClaimName, parseStrictJson } from '@signet/contracts';
import type { MappedClaims } from '../entitlements/claim-input.ts';

const mostClaims = 32;
/** They stand in a token, and tokens in headers. */
const mostBytes = 4096;

/**
 * What the hook adds: `{ "claims": { … } }`, or nothing by 204.
 * @throws Error where it is anything else. It never quotes what came.
 */
export async function readHookAnswer(answer: Response): Promise<MappedClaims> {
  if (answer.status === 204) return {};
  if (answer.status !== 200) throw new Error(`it answers ${answer.status}`);
  const type = answer.headers.get('content-type') ?? '';
  if (!/^application\/json(?:\s*;|$)/i.test(type)) throw new Error('its answer is not application/json');
  return claimsIn(objectIn(parseStrictJson(await answer.text()), 'its answer'));
}

function claimsIn({ claims, ...more }: Readonly<Record<string, unknown>>): MappedClaims {
  if (Object.keys(more).length > 0) throw new Error('its answer holds more than `claims`');
  const given = Object.entries(objectIn(claims, '`claims`'));
  if (given.length > mostClaims) throw new Error(`it adds more than ${mostClaims} claims`);
  if (new TextEncoder().encode(JSON.stringify(claims)).length > mostBytes) {
    throw new Error(`it adds more than ${mostBytes} bytes`);
  }
  return Object.fromEntries(
    given.map(([name, value]) => {
      // Refused and not left out: a hook that believes to have set `scope` has to hear that it has not.
      if (!isClaimName(name)) throw new Error('it adds a claim that no hook may add');
      const read = attributeValueSchema.safeParse(value);
      if (!read.success) throw new Error('it adds a claim that is no text, number, boolean or list of texts');
      return [name, read.data] as const;
    }),
  );
}

function objectIn(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(`${what} is no object`);
}
