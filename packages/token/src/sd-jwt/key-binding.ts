import { examineToken, member, textOf } from '../lint/examined-token.ts';
import type { Finding } from '../lint/finding.ts';
import { parseToken } from '../parse/parse-token.ts';
import type { ParsedToken } from '../parse/parsed-token.ts';
import { normaliseType } from '../verify/check-type.ts';
import { digestOf } from './read-disclosure.ts';
import type { KeyBinding } from './sd-jwt.ts';

export interface KeyBindingReading {
  readonly keyBinding: KeyBinding;
  readonly findings: readonly Finding[];
}

/** RFC 9901 §4.3 and §7.3. `presented` is all that stands before the token, its last ~ included. */
export async function readKeyBinding(
  text: string,
  presented: string,
  hash: string,
  issued: ParsedToken,
): Promise<KeyBindingReading> {
  const token = parseToken(text);
  const examined = examineToken(token, 0);
  const sdHash = member(examined.claims, 'sd_hash')?.value;
  const fits = sdHash === (await digestOf(hash, presented));
  const typ = textOf(examined.header, 'typ') ?? '';
  const missing = ['iat', 'aud', 'nonce', 'sd_hash'].filter(
    (name) => member(examined.claims, name) === undefined,
  );
  return {
    keyBinding: { token, sdHash: sdHash === undefined ? 'missing' : fits ? 'right' : 'wrong' },
    findings: [
      ...(normaliseType(typ) === 'kb+jwt' ? [] : [wrongType]),
      ...missing.map(missingClaim),
      ...(sdHash === undefined || fits ? [] : [wrongHash]),
      ...(member(examineToken(issued, 0).claims, 'cnf') === undefined ? [noKey] : []),
    ],
  };
}

const wrongType: Finding = {
  rule: 'sd-jwt/binding-type',
  level: 'error',
  sentence: 'The key binding token is not of type kb+jwt.',
  fix: 'Have the wallet set "typ": "kb+jwt".',
  reference: 'RFC 9901 §4.3',
  member: 'typ',
};

const wrongHash: Finding = {
  rule: 'sd-jwt/sd-hash-wrong',
  level: 'error',
  sentence:
    'The key binding was made for other disclosures: sd_hash is not the hash of what stands before it.',
  fix: 'Refuse it: disclosures were added, taken away or put in another order after the holder signed.',
  reference: 'RFC 9901 §4.3.1',
  member: 'sd_hash',
};

const noKey: Finding = {
  rule: 'sd-jwt/binding-without-key',
  level: 'error',
  sentence: 'The issuer bound the SD-JWT to no key (cnf), so that the key binding proves nothing.',
  fix: 'Refuse the key binding.',
  reference: 'RFC 9901 §4.1.2',
  member: 'cnf',
};

function missingClaim(name: string): Finding {
  return {
    rule: 'sd-jwt/binding-claim-missing',
    level: 'error',
    sentence: `The key binding token needs ${name}; there is none.`,
    fix: `Have the wallet set ${name}.`,
    reference: 'RFC 9901 §4.3',
    member: name,
  };
}
