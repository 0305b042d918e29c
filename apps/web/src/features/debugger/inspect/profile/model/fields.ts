import type { Expectations, ProfileName } from '@signet/token/profiles';
import { type AudienceClaim, audienceClaims } from '@signet/token/verify';

/** What the reader may know beside the token. `client` is the audience where the token is for an application. */
export type FieldName =
  | 'issuer'
  | 'client'
  | 'audience'
  | 'audienceClaim'
  | 'nonce'
  | 'accessToken'
  | 'code'
  | 'method'
  | 'url';

export type Known = Readonly<Partial<Record<FieldName, string>>>;

/** What each profile can be held against, in the order in which it is asked for. */
const fields: Readonly<Record<ProfileName, readonly FieldName[]>> = {
  'id-token': ['issuer', 'client', 'nonce', 'accessToken', 'code'],
  'access-token': ['issuer', 'audience', 'audienceClaim'],
  'logout-token': ['issuer', 'client'],
  'client-assertion': ['client', 'audience'],
  'dpop-proof': ['method', 'url', 'nonce', 'accessToken'],
};

/** The profile of a kind of token, where it has one. */
export function profileOf(kind: string): ProfileName | undefined {
  return (Object.keys(fields) as ProfileName[]).find((name) => name === kind);
}

export function fieldsOf(profile: ProfileName): readonly FieldName[] {
  return fields[profile];
}

/** Fields of the profile that are still empty. Where the audience stands is a choice, which is always made. */
export function unknownFields(
  profile: ProfileName,
  known: Known,
): readonly Exclude<FieldName, 'audienceClaim'>[] {
  return fieldsOf(profile).filter(
    (name): name is Exclude<FieldName, 'audienceClaim'> =>
      name !== 'audienceClaim' && textOf(known, name) === undefined,
  );
}

/** The claim that stands for `aud`; undefined for `aud` itself. */
export function audienceClaimOf(known: Known): AudienceClaim | undefined {
  return audienceClaims.find((each) => each === known.audienceClaim);
}

/**
 * What is known as the token room asks for it; fields of other profiles are left out.
 * @param now seconds since 1970
 * @param clockSkew seconds
 */
export function expectationsOf(
  profile: ProfileName,
  known: Known,
  now: number,
  clockSkew: number,
): Expectations {
  const given = fieldsOf(profile).flatMap((name) => {
    const text = name === 'audienceClaim' ? audienceClaimOf(known) : textOf(known, name);
    return text === undefined ? [] : [[targetOf(profile, name), text] as const];
  });
  return { now, clockSkew, ...Object.fromEntries(given) };
}

/** A client assertion is issued by the client itself (RFC 7523 §3); other tokens for a client name it as audience. */
function targetOf(profile: ProfileName, name: FieldName): keyof Expectations {
  if (name !== 'client') return name;
  return profile === 'client-assertion' ? 'issuer' : 'audience';
}

/** Copied text brings white space along, which none of these values has at its ends. */
function textOf(known: Known, name: FieldName): string | undefined {
  const text = known[name]?.trim();
  return text === '' ? undefined : text;
}
