import type { JsonNode } from '../json/json-node.ts';
import { toValue } from '../json/to-value.ts';
import type { ParsedToken, SegmentRole } from '../parse/parsed-token.ts';
import type { Claims } from '../verify/verified-token.ts';
import { describeTime } from './describe-time.ts';
import type { DescribedMember, DescribedToken } from './described-token.ts';
import { findIssuer, privateMeaning } from './issuers/find-issuer.ts';
import type { IssuerForm, KnownIssuer } from './issuers/known-issuer.ts';
import { findNotices } from './notices.ts';
import { claimRegistry, headerRegistry, type Meaning } from './registry.ts';
import { type TokenKind, tokenKind } from './token-kind.ts';

/** Describes header and claims. `now` in seconds, for the relative times. */
export function describeToken(parsed: ParsedToken, { now }: { readonly now: number }): DescribedToken {
  const headerRoot = rootOf(parsed, 'header');
  const payloadRoot = rootOf(parsed, 'payload');
  // What the signature does not cover speaks of the token all the same (RFC 7515 §7.2.1).
  const headerRoots = [headerRoot, ...unprotectedRoots(parsed)];
  const issuer = findIssuer(valuesIn(...headerRoots), valuesIn(payloadRoot));
  const header = headerRoots.flatMap((root) =>
    describeMembers(root, { registry: headerRegistry, issuer, now }),
  );
  const claims = describeMembers(payloadRoot, { registry: claimRegistry, issuer, now });
  const claimSet = payloadRoot?.kind === 'object' ? (toValue(payloadRoot) as Claims) : undefined;
  const kind = kindOf(parsed, header, claims);
  return {
    kind,
    ...(issuer === undefined ? {} : { issuer: nameOf(issuer) }),
    header,
    claims,
    ...(claimSet === undefined ? {} : { claimSet }),
    notices: findNotices(header, claims, kind.kind),
  };
}

function kindOf(
  parsed: ParsedToken,
  header: readonly DescribedMember[],
  claims: readonly DescribedMember[],
): TokenKind {
  if (parsed.kind === 'encrypted')
    return { kind: 'encrypted', name: 'encrypted token (JWE)', rule: 'RFC 7516 §3' };
  if (header.length === 0) return { kind: 'unknown', name: 'text that is no token', rule: 'RFC 7519 §3' };
  return tokenKind(valuesOf(header), valuesOf(claims));
}

function rootOf(parsed: ParsedToken, role: SegmentRole): JsonNode | undefined {
  const content = parsed.segments.find((segment) => segment.role === role)?.content;
  return content?.kind === 'json' ? content.root : undefined;
}

function unprotectedRoots({ segments }: ParsedToken): readonly JsonNode[] {
  return segments.flatMap(({ role, content }) =>
    role === 'unprotected-header' && content.kind === 'json' ? [content.root] : [],
  );
}

function nameOf({ name, note, source }: IssuerForm): KnownIssuer {
  return { name, note, source };
}

interface Sources {
  readonly registry: Readonly<Record<string, Meaning>>;
  readonly issuer: IssuerForm | undefined;
  readonly now: number;
}

function describeMembers(
  root: JsonNode | undefined,
  { registry, issuer, now }: Sources,
): readonly DescribedMember[] {
  if (root?.kind !== 'object') return [];
  return root.members.map(({ name: { value: name }, value, duplicate }) => {
    const known = Object.hasOwn(registry, name) ? registry[name] : privateMeaning(issuer, name);
    const time = known?.isTime && value.kind === 'number' ? describeTime(value.value, now) : undefined;
    return {
      name,
      value,
      duplicate,
      ...(known === undefined ? {} : { meaning: known.meaning, rule: known.rule }),
      ...(time === undefined ? {} : { time }),
    };
  });
}

function valuesIn(...roots: readonly (JsonNode | undefined)[]): ReadonlyMap<string, unknown> {
  const members = roots.flatMap((root) => (root?.kind === 'object' ? root.members : []));
  return new Map(members.map(({ name, value }) => [name.value, toValue(value)]));
}

function valuesOf(members: readonly DescribedMember[]): ReadonlyMap<string, unknown> {
  return new Map(members.map(({ name, value }) => [name, toValue(value)]));
}
