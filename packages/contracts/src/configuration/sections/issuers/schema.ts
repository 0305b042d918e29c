import { isLoopback, type SignatureAlgorithm } from '@signet/token/keys';
import { type AudienceClaim, audienceClaims } from '@signet/token/verify';
import { z } from 'zod';
import { isShared } from '../../../keys/issuing-algorithm.ts';
import { addressSchema, readAddress, withoutTrailingSlash } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, listed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { duration } from '../../fields/quantity.ts';
import { audienceSchema } from '../../fields/text.ts';
import { nearest } from '../../problems/nearest.ts';
import { handedKeysFault, handedKeysSchema, handedSecretSchema } from './handed-keys.ts';
import { introspectionSchema } from './introspection.ts';
import type {
  IntrospectedIssuer,
  IssuerConfiguration,
  IssuersConfiguration,
  RemoteIssuer,
  SelfIssuer,
} from './type.ts';

const asymmetric = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

/** With `secret` alone. */
const symmetric = ['HS256', 'HS384', 'HS512'] as const;

/** RFC 8725 §3.1 and §3.2: an algorithm is pinned, and never one that a published key could be misused for. */
function algorithmFault({ input }: { readonly input?: unknown }): string {
  if (typeof input === 'string' && input.toLowerCase() === 'none') {
    return allowed(
      `${listed(asymmetric)}: a token without a signature proves nothing`,
      'Use the algorithm of the issuer’s public key.',
    );
  }
  const known = [...asymmetric, ...symmetric];
  const meant = typeof input === 'string' ? nearest(input, known) : undefined;
  return allowed(
    listed(known),
    meant === undefined ? 'Write the `alg` that the issuer signs with.' : `Did you mean \`${meant}\`?`,
  );
}

const algorithmSchema: z.ZodType<SignatureAlgorithm, string> = z.enum([...asymmetric, ...symmetric], {
  error: algorithmFault,
});

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const typeSchema = z
  .string({ error: allowed('a token type such as `at+jwt`', 'Write what the `typ` header says.') })
  .regex(/^[A-Za-z0-9][A-Za-z0-9+.-]{0,63}$/, {
    error: allowed(
      'a token type such as `at+jwt`, without `application/`',
      'Write what the `typ` header says.',
    ),
  });

const audienceClaimSchema: z.ZodType<AudienceClaim, string> = z.enum(audienceClaims, {
  error: allowed(
    `${listed(audienceClaims)}: claims that name the client a token was given to`,
    'Leave the key out where the tokens have an `aud`; for Amazon Cognito write `client_id`.',
  ),
});

const claimNameSchema = z
  .string({ error: allowed('the name of a claim, such as `sub`', 'Write the name of the claim.') })
  .min(1, { error: allowed('the name of a claim, such as `sub`', 'Write the name of the claim.') })
  .max(128, {
    error: allowed('the name of a claim, at most 128 characters long', 'Write the name of the claim.'),
  });

/** Where keys come from, or who is asked in their place. */
const sources = ['self', 'discovery', 'jwks', 'keys', 'secret', 'introspection'] as const;

const issuerShape = strict({
  self: z.literal(true, onlyTrue).optional().meta({ description: 'Signet’s own identity provider.' }),
  discovery: addressSchema.optional().meta({
    description: 'The issuer whose `/.well-known/openid-configuration` names its keys.',
  }),
  jwks: addressSchema.optional().meta({ description: 'Where the issuer publishes its keys.' }),
  keys: handedKeysSchema.optional().meta({
    description:
      'Its public keys, where it publishes none: PEM, a JWK set, or a reference such as `file:./partner.pem`, which is read again while Signet runs.',
  }),
  secret: handedSecretSchema.optional().meta({
    description:
      'Where the secret is that it shares with whoever verifies: a reference such as `env:PARTNER_SECRET`. With it, `algorithms` are of HS256, HS384 and HS512.',
  }),
  introspection: introspectionSchema.optional().meta({
    description:
      'Whom to ask about its tokens, where they are opaque (RFC 7662). What it answers is held to the same rules as a JWT.',
  }),
  issuer: audienceSchema.optional().meta({
    description:
      'Exactly what the `iss` of its tokens says. With `discovery`, that address unless said otherwise.',
  }),
  algorithms: list(algorithmSchema, { least: 1, most: asymmetric.length, of: 'algorithms' })
    .optional()
    .meta({ description: 'The signature algorithms accepted, and no others.' }),
  audience: audienceSchema
    .optional()
    .meta({ description: 'What its tokens must be made for on routes that name no audience.' }),
  audienceClaim: audienceClaimSchema.optional().meta({
    description:
      'The claim that stands for the audience in tokens without `aud`, such as `client_id` for Amazon Cognito. It must equal the audience; an `aud` beside it is checked too.',
  }),
  type: typeSchema.optional().meta({ description: 'The `typ` its tokens must have, such as `at+jwt`.' }),
  requiredClaims: list(claimNameSchema, { least: 1, most: 32, of: 'claims' })
    .optional()
    .meta({ description: 'Claims its tokens must have, beside `iss`, the audience and `exp`.' }),
  clockSkew: duration({ least: '0s', most: '5m', example: '10s' })
    .optional()
    .meta({ description: 'How far its clock may differ from ours; without it, `gateway.clockSkew`.' }),
  maxAge: duration({ least: '1s', most: '365d', example: '1h' })
    .optional()
    .meta({ description: 'How old its tokens may be since their `iat`, whatever their `exp` says.' }),
  maxLifetime: duration({ least: '1s', most: '365d', example: '1h' })
    .optional()
    .meta({ description: 'How long its tokens may live, from `iat` to `exp`; longer ones are refused.' }),
  dangerouslyAllowInsecureKeys: z.literal(true, onlyTrue).optional().meta({
    description: 'Fetches keys over http: from beyond this machine. Whoever is on the way can sign tokens.',
  }),
});

type IssuerShape = z.output<typeof issuerShape>;

const issuerSchema: z.ZodType<IssuerConfiguration, unknown> = issuerShape
  .superRefine(checkSource, evenIfPartsAreWrong)
  .superRefine(checkKeysAreSafe, evenIfPartsAreWrong)
  .superRefine(checkKeysFit, evenIfPartsAreWrong)
  .transform(toIssuer)
  .meta({ oneOf: sources.map((source) => ({ required: [source] })) });

export const issuersSchema: z.ZodType<IssuersConfiguration, unknown> = named(issuerSchema);

function checkSource(value: IssuerShape, context: z.core.$RefinementCtx): void {
  const named = sources.filter((key) => value[key] !== undefined);
  const report = (message: string, path: string[] = []) =>
    context.addIssue({ code: 'custom', path, message });
  if (named.length !== 1) {
    report(
      allowed(
        'exactly one of `self: true`, `discovery`, `jwks`, `keys`, `secret` and `introspection`',
        'Say in one way where the keys come from.',
      ),
    );
  }
  if (value.self !== undefined) checkSelfAlone(value, report);
  else if (value.introspection !== undefined) checkIntrospected(value, report);
  else checkRemote(value, report);
}

type Report = (message: string, path?: string[]) => void;

function checkRemote(value: IssuerShape, report: Report): void {
  const nameless = (['jwks', 'keys', 'secret'] as const).find((key) => value[key] !== undefined);
  const remote = value.discovery !== undefined || nameless !== undefined;
  if (remote && value.algorithms === undefined) {
    report(
      allowed(
        '`algorithms`, the list of those the issuer signs with',
        'Add a line such as `algorithms: [RS256]`.',
      ),
    );
  }
  if (nameless !== undefined && value.issuer === undefined) {
    report(
      allowed(
        `\`issuer\` beside \`${nameless}\`, since a key does not say whose it is`,
        'Add `issuer:` with what `iss` says.',
      ),
    );
  }
}

function checkIntrospected(value: IssuerShape, report: Report): void {
  if (value.issuer === undefined) {
    const message = allowed(
      '`issuer` beside `introspection`: whose tokens these are',
      'Add `issuer:` with what `iss` says, in the answers or, where these say none, of the issuer itself.',
    );
    report(message);
  }
  const message = allowed(
    'no such key beside `introspection`: nothing of the token is read here, and no key is used',
    'Remove this line.',
  );
  for (const key of ['algorithms', 'type', 'dangerouslyAllowInsecureKeys'] as const) {
    if (value[key] !== undefined) report(message, [key]);
  }
}

function checkSelfAlone(value: IssuerShape, report: Report): void {
  const message = allowed(
    '`self: true` alone: Signet knows the rest of itself',
    'Remove this line. Audiences stand in `identity`.',
  );
  const others = [
    'issuer',
    'algorithms',
    'audience',
    'audienceClaim',
    'type',
    'requiredClaims',
    'clockSkew',
    'maxAge',
    'maxLifetime',
    'dangerouslyAllowInsecureKeys',
  ] as const;
  for (const key of others) {
    if (value[key] !== undefined) report(message, [key]);
  }
}

function checkKeysAreSafe(value: IssuerShape, context: z.core.$RefinementCtx): void {
  if (value.dangerouslyAllowInsecureKeys === true) return;
  for (const key of ['discovery', 'jwks'] as const) {
    const url = readAddress(String(value[key] ?? ''));
    if (url === undefined || url.protocol === 'https:' || isLoopback(url)) continue;
    const message = allowed(
      'https, since whoever can change the keys on the way can sign tokens',
      'Use https, or say `dangerouslyAllowInsecureKeys: true`.',
    );
    context.addIssue({ code: 'custom', path: [key], message });
  }
}

/** RFC 8725 §3.1 and §3.2: an algorithm is pinned, and never one that a published key could be misused for. */
function checkKeysFit(value: IssuerShape, context: z.core.$RefinementCtx): void {
  if (!Array.isArray(value.algorithms)) return;
  const wrong = value.algorithms.findIndex((each) => isShared(each) !== (value.secret !== undefined));
  if (wrong !== -1) {
    const message =
      value.secret === undefined
        ? allowed(
            `${listed(asymmetric)}: a secret that both sides share cannot be published`,
            'Use the algorithm of the issuer’s public key, or say where the secret is: `secret: env:NAME`.',
          )
        : allowed(
            `${listed(symmetric)}: what \`secret\` leads to is no key of another kind`,
            'Name the algorithm by which the issuer uses the secret.',
          );
    context.addIssue({ code: 'custom', path: ['algorithms', wrong], message });
    return;
  }
  const fault = value.keys?.from === 'text' ? handedKeysFault(value.keys.text, value.algorithms) : undefined;
  if (fault !== undefined) context.addIssue({ code: 'custom', path: ['keys'], message: fault });
}

function toIssuer(value: IssuerShape): IssuerConfiguration {
  if (value.self === true) return { kind: 'self' } satisfies SelfIssuer;
  return value.introspection === undefined ? toRemote(value) : toIntrospected(value, value.introspection);
}

function toRemote(value: IssuerShape): RemoteIssuer {
  return {
    kind: 'remote',
    issuer: value.issuer ?? issuerOf(value.discovery ?? ''),
    keys: sourceOf(value),
    algorithms: value.algorithms ?? [],
    ...(value.type === undefined ? {} : { type: value.type }),
    ...rulesOf(value),
    dangerouslyAllowInsecureKeys: value.dangerouslyAllowInsecureKeys ?? false,
  };
}

function toIntrospected(
  value: IssuerShape,
  introspection: IntrospectedIssuer['introspection'],
): IntrospectedIssuer {
  return { kind: 'introspected', issuer: value.issuer ?? '', introspection, ...rulesOf(value) };
}

function rulesOf(value: IssuerShape): Omit<IntrospectedIssuer, 'kind' | 'issuer' | 'introspection'> {
  return {
    ...(value.audience === undefined ? {} : { audience: value.audience }),
    ...(value.audienceClaim === undefined ? {} : { audienceClaim: value.audienceClaim }),
    ...(value.requiredClaims === undefined ? {} : { requiredClaims: value.requiredClaims }),
    ...(value.clockSkew === undefined ? {} : { clockSkew: value.clockSkew }),
    ...(value.maxAge === undefined ? {} : { maxAge: value.maxAge }),
    ...(value.maxLifetime === undefined ? {} : { maxLifetime: value.maxLifetime }),
  };
}

function sourceOf({ keys, secret, jwks, discovery = '' }: IssuerShape): RemoteIssuer['keys'] {
  if (keys !== undefined) return keys;
  if (secret !== undefined) return { from: 'secret', secret };
  return jwks === undefined ? { from: 'discovery', url: documentOf(discovery) } : { from: 'jwks', url: jwks };
}

const wellKnown = '/.well-known/openid-configuration';

/** OpenID Connect Discovery §4.1: the document's place is the issuer without its final slash, and this. */
function documentOf(discovery: string): string {
  return discovery.endsWith(wellKnown) ? discovery : `${withoutTrailingSlash(discovery)}${wellKnown}`;
}

function issuerOf(discovery: string): string {
  return discovery.endsWith(wellKnown) ? discovery.slice(0, -wellKnown.length) : discovery;
}
