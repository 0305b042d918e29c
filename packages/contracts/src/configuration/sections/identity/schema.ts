import { z } from 'zod';
import { issuingAlgorithms } from '../../../keys/issuing-algorithm.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { secretReferenceSchema } from '../../fields/secret-reference.ts';
import { audienceSchema } from '../../fields/text.ts';
import { identityDefaults as identity } from './defaults.ts';
import { mtlsSchema } from './mtls.ts';
import { providersSchema } from './providers.ts';
import { hasKeyFor, signerSchema } from './signer.ts';
import { tokenHookSchema } from './token-hook.ts';
import {
  clientRegistrations,
  type IdentityConfiguration,
  type KeysConfiguration,
  registrations,
  secondFactorRules,
} from './type.ts';

/** Milliseconds. No configuration, now or before, gave an access token a longer life. */
export const longestAccessTokenLifetime = 86_400_000;

const rotateEverySchema: z.ZodType<KeysConfiguration['rotateEvery'], string> = z.union(
  [z.literal('by-hand'), duration({ least: '1d', most: '730d', example: identity.keys.rotateEvery })],
  {
    error: allowed(
      'a duration from `1d` to `730d`, or `by-hand`',
      `Write a whole number with d or h, such as \`${identity.keys.rotateEvery}\`.`,
    ),
  },
);

const keysSchema: z.ZodType<KeysConfiguration, unknown> = strict({
  rotateEvery: rotateEverySchema.prefault(identity.keys.rotateEvery).meta({
    description: 'How long a key signs before the next one does; `by-hand` rotates only when told.',
  }),
  publishAhead: duration({ least: '10m', most: '30d', example: identity.keys.publishAhead })
    .prefault(identity.keys.publishAhead)
    .meta({ description: 'How long the next key is published before the schedule lets it sign.' }),
  algorithm: choice(issuingAlgorithms)
    .prefault(identity.keys.algorithm)
    .meta({ description: 'What the next key signs with; keys that are there stay what they are.' }),
  signer: signerSchema.optional().meta({
    description: 'Where private keys are made and stay; without it here, sealed. Read at the start.',
  }),
}).superRefine(({ rotateEvery, publishAhead, algorithm, signer }, context) => {
  if (signer !== undefined && !hasKeyFor(signer, algorithm)) {
    const message = allowed('an algorithm that `signer` has a key for', 'Name a key for it under `signer`.');
    context.addIssue({ code: 'custom', path: ['algorithm'], message });
  }
  if (rotateEvery === 'by-hand' || publishAhead < rotateEvery) return;
  const message = allowed('less than `rotateEvery`', 'Lower it, or raise `rotateEvery`.');
  context.addIssue({ code: 'custom', path: ['publishAhead'], message });
});

const mostApiSecrets = 64;

const apiSecretsSchema: z.ZodType<NonNullable<IdentityConfiguration['apiSecrets']>, unknown> = z
  .record(audienceSchema, secretReferenceSchema)
  .refine((secrets) => Object.keys(secrets).length <= mostApiSecrets, {
    error: allowed(`at most ${mostApiSecrets} secrets`, 'Remove some.'),
  });

const placesMessage = allowed(
  'the path of a database in the MaxMind DB format',
  'Write it as `./GeoLite2-City.mmdb`.',
);

export const identitySchema: z.ZodType<IdentityConfiguration, unknown> = strict({
  audiences: list(audienceSchema, { least: 0, most: 64, of: 'audiences' })
    .prefault([])
    .meta({ description: 'Audiences for which sign-in issues tokens; the first is the default.' }),
  accessTokenLifetime: duration({
    least: '1s',
    most: `${longestAccessTokenLifetime / 3_600_000}h`,
    example: identity.accessTokenLifetime,
  })
    .prefault(identity.accessTokenLifetime)
    .meta({ description: 'How long an access token is valid.' }),
  refreshTokenLifetime: duration({ least: '1s', most: '365d', example: identity.refreshTokenLifetime })
    .prefault(identity.refreshTokenLifetime)
    .meta({ description: 'How long a refresh token can wait for its one use.' }),
  sessionLifetime: duration({ least: '1s', most: '365d', example: identity.sessionLifetime })
    .prefault(identity.sessionLifetime)
    .meta({ description: 'After this a session ends, however often it was refreshed.' }),
  refreshGrace: duration({ least: '0s', most: '1m', example: identity.refreshGrace })
    .prefault(identity.refreshGrace)
    .meta({ description: 'How long a used refresh token still gets the newest successor (tabs racing).' }),
  masterKey: secretReferenceSchema.optional().meta({
    description: 'Where the master key is: a reference such as `file:PATH`. Read at the start.',
  }),
  previousMasterKey: secretReferenceSchema.optional().meta({
    description: 'Where the master key of before is, while it is exchanged.',
  }),
  keys: keysSchema
    .prefault({})
    .meta({ description: 'How the keys that sign change, and what they sign with.' }),
  clientRegistration: choice(clientRegistrations).prefault(identity.clientRegistration).meta({
    description: 'How apps register themselves (RFC 7591): `off`, or with a `token` that was made for it.',
  }),
  registration: choice(registrations).prefault(identity.registration).meta({
    description:
      'Who gets an account: `closed` whom an administrator adds, `invitation` whom one invites too, `open` anybody.',
  }),
  emailSignIn: z
    .boolean({ error: allowed('`true` or `false`', 'Write one of the two.') })
    .prefault(identity.emailSignIn)
    .meta({
      description: 'Whether who has a confirmed address signs in by a link or a code that is mailed.',
    }),
  secondFactor: choice(secondFactorRules).prefault(identity.secondFactor).meta({
    description: '`required`: whoever has no second factor adds one before they are signed in.',
  }),
  providers: providersSchema
    .prefault({})
    .meta({ description: 'Other OpenID providers by which people sign in here, by id.' }),
  apiSecrets: apiSecretsSchema.optional().meta({
    description: 'Where secrets that APIs share with this issuer (HS256) are, by the audience of the API.',
  }),
  mtls: mtlsSchema.optional().meta({
    description: 'How clients come with certificates (mTLS); left out: none does. Read at the start.',
  }),
  places: z.string({ error: placesMessage }).min(1, { error: placesMessage }).optional().meta({
    description:
      'A database (`.mmdb`) that says where networks are, for lists of sessions. Read at the start.',
  }),
  tokenHook: tokenHookSchema
    .optional()
    .meta({ description: 'Who is asked, for each token of a declared API, what else it is to say.' }),
});
