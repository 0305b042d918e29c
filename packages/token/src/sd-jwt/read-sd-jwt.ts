import type { JsonValue } from '../json/json-node.ts';
import { toValue } from '../json/to-value.ts';
import { byConsequence, type Finding } from '../lint/finding.ts';
import { parseToken } from '../parse/parse-token.ts';
import type { ParsedToken } from '../parse/parsed-token.ts';
import { quoteValue } from '../verdict/quote.ts';
import { readKeyBinding } from './key-binding.ts';
import { hashOf, type ReadDisclosure, readDisclosure } from './read-disclosure.ts';
import type { SdJwt } from './sd-jwt.ts';
import { Unpacking } from './unpacking.ts';

export const mostCharacters: number = 256 * 1024;
const mostDisclosures = 1000;

/**
 * Takes an SD-JWT (`token~disclosure~…~`, perhaps with a key binding token at its end) apart: matches disclosures
 * with digests, counts what is held back, checks sd_hash (RFC 9901 §7.1). Undefined for a text without `~` and for
 * one of more than 256 Ki characters or 1000 disclosures. Verifies no signature. Never rejects.
 */
export async function readSdJwt(text: string): Promise<SdJwt | undefined> {
  const parts = text.length > mostCharacters ? [] : text.trim().split('~', mostDisclosures + 3);
  const [issued = '', ...rest] = parts;
  const binding = rest.pop();
  if (binding === undefined || rest.length > mostDisclosures) return undefined;
  const token = parseToken(issued, { maxBytes: mostCharacters });
  const payload = payloadOf(token);
  const named = isObject(payload) ? payload['_sd_alg'] : undefined;
  const hash = hashOf(named);
  if (hash === undefined) return withUnknownHash(token, payload, named);
  const { disclosures, findings } = await readAll(rest, hash);
  const unpacking = new Unpacking(disclosures);
  const claims = unpacking.unpack(payload);
  const presented = `${[issued, ...rest].join('~')}~`;
  const bound = binding === '' ? undefined : await readKeyBinding(binding, presented, hash, token);
  return {
    token,
    disclosures: disclosures.map((each) => withPath(each, unpacking)),
    undisclosed: unpacking.undisclosed,
    claims,
    ...(bound === undefined ? {} : { keyBinding: bound.keyBinding }),
    findings: byConsequence([
      ...findings,
      ...unpacking.findings,
      ...disclosures.filter(({ digest }) => !unpacking.paths.has(digest)).map(unreferenced),
      ...(bound?.findings ?? []),
    ]),
  };
}

async function readAll(
  texts: readonly string[],
  hash: string,
): Promise<{ readonly disclosures: readonly ReadDisclosure[]; readonly findings: readonly Finding[] }> {
  const readings = await Promise.all(texts.map((text) => readDisclosure(text, hash)));
  const disclosures = readings.filter((each) => each !== undefined);
  const repeats = texts.length - new Set(texts).size;
  return {
    disclosures: [...new Map(disclosures.map((each) => [each.digest, each])).values()],
    findings: [
      ...readings.flatMap((each, index) => (each === undefined ? [unreadable(index)] : [])),
      ...(repeats === 0 ? [] : [repeated]),
    ],
  };
}

export function payloadOf(token: ParsedToken): JsonValue {
  const content = token.segments.find(({ role }) => role === 'payload')?.content;
  return content?.kind === 'json' ? toValue(content.root) : {};
}

function withUnknownHash(token: ParsedToken, claims: JsonValue, named: JsonValue | undefined): SdJwt {
  const sentence = `The hash of the digests, ${quoteValue(named)}, is not known here.`;
  const fix = 'Use sha-256.';
  const finding = {
    rule: 'sd-jwt/hash-unknown',
    level: 'error',
    sentence,
    fix,
    reference: 'RFC 9901 §4.1.1',
  } as const;
  return { token, disclosures: [], undisclosed: 0, claims, findings: [{ ...finding, member: '_sd_alg' }] };
}

function withPath(disclosure: ReadDisclosure, { paths }: Unpacking): SdJwt['disclosures'][number] {
  const path = paths.get(disclosure.digest);
  return path === undefined ? disclosure : { ...disclosure, path };
}

const repeated: Finding = {
  rule: 'sd-jwt/disclosure-twice',
  level: 'error',
  sentence: 'The same disclosure was sent more than once.',
  fix: 'Send each disclosure once.',
  reference: 'RFC 9901 §7.1',
};

function unreadable(index: number): Finding {
  const sentence = `Disclosure ${index + 1} is no JSON array of a salt, a name and a value in base64url.`;
  const fix = 'Send the disclosures as the issuer made them.';
  return { rule: 'sd-jwt/disclosure-unreadable', level: 'error', sentence, fix, reference: 'RFC 9901 §4.2' };
}

/** RFC 9901 §7.1 (5): every disclosure must be referenced. Its value stays untold: the issuer did not sign it. */
function unreferenced({ digest }: ReadDisclosure): Finding {
  const sentence = `No digest of the token belongs to the disclosure with the digest ${digest}.`;
  const fix = 'Refuse the SD-JWT: what the disclosure says is not signed by the issuer.';
  return { rule: 'sd-jwt/disclosure-unsigned', level: 'error', sentence, fix, reference: 'RFC 9901 §7.1' };
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
