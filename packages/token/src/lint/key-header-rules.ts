import type { ExaminedToken } from './examined-token.ts';
import { foundAt, type Rule, type RuleText } from './rule.ts';

/** Header parameters by which a token proposes the key that it is to be checked with. */
const proposals: Readonly<Record<string, { readonly sentence: string; readonly text: RuleText }>> = {
  jku: proposal('jku', 'an address of keys (jku)', 'RFC 8725 §3.10'),
  x5u: proposal('x5u', 'an address of certificates (x5u)', 'RFC 8725 §3.10'),
  jwk: proposal('jwk', 'its own key (jwk)', 'RFC 7515 §4.1.3, RFC 8725 §3.8'),
  x5c: proposal('x5c', 'its own certificates (x5c)', 'RFC 7515 §4.1.6, RFC 8725 §3.8'),
};

export const keyHeaderRules: readonly Rule[] = [
  (token) =>
    token.header.flatMap((at) => {
      const known = Object.hasOwn(proposals, at.name) ? proposals[at.name] : undefined;
      return known === undefined || belongs(token, at.name) ? [] : [foundAt(known.text, known.sentence, at)];
    }),
];

/** A DPoP proof is checked with the key inside it, by design (RFC 9449 §4.2). */
function belongs({ kind }: ExaminedToken, name: string): boolean {
  return kind.kind === 'dpop-proof' && name === 'jwk';
}

function proposal(name: string, what: string, reference: string) {
  const sentence = `The token brings ${what}; a verifier that follows it lets anybody sign.`;
  const fix = 'Choose the key by issuer and kid from what you trust already; ignore this parameter.';
  return { sentence, text: { rule: `lint/header-${name}`, level: 'warning', fix, reference } as const };
}
