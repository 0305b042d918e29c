import { type ClaimExpression, type ClaimInput, readClaimExpression } from '@signet/conditions';
import {
  type AttributeValue,
  attributeOf,
  attributeValueSchema,
  type ClaimMapping,
  type ClaimSource,
  isReservedClaim,
} from '@signet/contracts';
import type { AddClaims } from '../token-hook/add-claims.ts';
import { type ClaimHolder, type ClaimInputParts, claimInput, type MappedClaims } from './claim-input.ts';
import type { ApiRights } from './entitlements.ts';

/**
 * What the mapping of an API says of the holder, and what the hook adds; a claim of which nothing is known is left out, and of
 * an API that is not declared nothing is said.
 * @throws SignetError `token_hook_failed`
 */
export type MapClaims = (api: NamedMapping | undefined, holder: ClaimHolder) => Promise<MappedClaims>;

type NamedMapping = Pick<ApiRights, 'name' | 'claims'>;

export function createMapClaims(parts: ClaimInputParts & { readonly addClaims: AddClaims }): MapClaims {
  return async (api, holder) => {
    if (api === undefined) return {};
    const added = holder.added ?? (await parts.addClaims(api.name, holder));
    // What is configured stands before what is asked for.
    return { ...added, ...(await mapped(api.claims, holder, parts)) };
  };
}

async function mapped(
  mapping: ClaimMapping,
  holder: ClaimHolder,
  parts: ClaimInputParts,
): Promise<MappedClaims> {
  // The configuration refuses such names too; a token must not say them whichever way they came here.
  const asked = Object.entries(mapping).filter(([claim]) => !isReservedClaim(claim));
  const wanted = new Set(asked.flatMap(([, source]) => [...usesOf(source)]));
  const input = await claimInput(wanted, holder, parts);
  const claims = asked.flatMap(([claim, source]) => {
    const value = knownValue(source, input);
    return value === undefined ? [] : [[claim, value] as const];
  });
  return Object.fromEntries(claims);
}

/** Of what must be looked up. */
function usesOf(source: ClaimSource): Iterable<string> {
  if (typeof source === 'string') return [source];
  return 'cel' in source ? (expressionOf(source.cel)?.uses ?? []) : [];
}

function knownValue(source: ClaimSource, input: ClaimInput): AttributeValue | undefined {
  if (typeof source !== 'string') return 'value' in source ? source.value : said(source.cel, input);
  const { user, client } = input;
  const attribute = attributeOf(source);
  if (attribute === undefined) return textsOf({ user, client })[source];
  const attributes = user?.attributes ?? {};
  return Object.hasOwn(attributes, attribute) ? (attributes[attribute] as AttributeValue) : undefined;
}

function textsOf({
  user,
  client,
}: Pick<ClaimInput, 'user' | 'client'>): Readonly<Record<string, string | undefined>> {
  return {
    'user.username': user?.username,
    'user.email': user?.email,
    'client.id': client.id,
    'client.name': client.name,
    'client.type': client.type,
  };
}

/** What cannot be said, and what no claim may be, is left out as what is not known. */
function said(text: string, input: ClaimInput): AttributeValue | undefined {
  return attributeValueSchema.safeParse(expressionOf(text)?.say(input)).data;
}

function expressionOf(text: string): ClaimExpression | undefined {
  const reading = readClaimExpression(text);
  return reading.ok ? reading.value : undefined;
}
