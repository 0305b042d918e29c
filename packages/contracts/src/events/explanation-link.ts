import { encodeBase64url } from '@signet/token/base64url';
import type { DecisionRecord, TokenSummary } from './decision-record.ts';
import { hideTokens } from './hide-tokens.ts';

/** Characters; what is longer is neither written nor read. Browsers and chat programs take links of this length. */
export const longestExplanationLink = 16_384;

/** The parameter of the debugger's fragment in which an explanation travels. */
export const explanationParameter = 'explanation';

const longestPath = 1024;
const notInLink = 'an address that is not in the link';

/**
 * A link that opens the debugger with the record of one request in its fragment, which browsers send to no server.
 * Who the token was for (subject, client, session, `jti`) and the upstream's address stay out, and so does
 * everything that looks like a token. Undefined where the record is too long for a link.
 * @param page the address of the debugger, without a fragment
 */
export function explanationLink(page: string, record: DecisionRecord): string | undefined {
  const { token } = record;
  const targets = targetsOf(record);
  const told = {
    ...record,
    path: record.path.slice(0, longestPath),
    ...(token && { token: withoutHolder(token) }),
  };
  const text = JSON.stringify(told, (_name, value: unknown) =>
    typeof value === 'string' ? withoutSecrets(value, targets) : value,
  );
  const link = `${page}#${explanationParameter}=${encodeBase64url(text)}`;
  return link.length <= longestExplanationLink ? link : undefined;
}

/** Those of attempts that failed too; the longest first, for one may begin another. */
function targetsOf({ upstream, steps }: DecisionRecord): readonly string[] {
  const targets = new Set([upstream?.target ?? '', ...steps.map(({ facts }) => facts?.target ?? '')]);
  targets.delete('');
  return [...targets].sort((one, other) => other.length - one.length);
}

function withoutSecrets(text: string, targets: readonly string[]): string {
  let known = hideTokens(text);
  for (const target of targets) known = known.replaceAll(target, notInLink);
  return known;
}

function withoutHolder({ verified, issuer, kid, alg, issuedAt, expiresAt }: TokenSummary): TokenSummary {
  return {
    verified,
    ...(issuer !== undefined && { issuer }),
    ...(kid !== undefined && { kid }),
    ...(alg !== undefined && { alg }),
    ...(issuedAt !== undefined && { issuedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
