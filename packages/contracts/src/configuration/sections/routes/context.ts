import { z } from 'zod';
import { contextToken, isOwnContextClaim } from '../../../context-tokens/context-token.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { claimPathSchema } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { audienceSchema } from '../../fields/text.ts';
import { contextHeaderFault, contextHeaderSchema } from './context-header.ts';
import type { ContextTokenConfiguration, ProtectedRoute } from './type.ts';

const headerMessage = allowed(
  `\`${contextToken.header}\`, or a header name of your own in lower case with hyphens`,
  `Leave it out for \`${contextToken.header}\`, or write it as \`x-context\`.`,
);

const tokenHeaderSchema = z
  .string({ error: headerMessage })
  .refine((name) => name === contextToken.header || contextHeaderFault(name) === undefined, {
    error: headerMessage,
  });

const ownClaimMessage = allowed(
  'a claim that the gateway does not say itself',
  'Remove it: what the gateway says of the request stands in each context token.',
);

const overlapMessage = allowed(
  'claims of which none is a part of another',
  'Keep the one that holds the other.',
);

const contextTokenSchema: z.ZodType<ContextTokenConfiguration, unknown> = strict({
  header: tokenHeaderSchema.prefault(contextToken.header).meta({
    description: 'In which header it goes; the client’s own of that name is removed.',
  }),
  audience: audienceSchema.meta({ description: 'What its `aud` says: one upstream, and no other.' }),
  lifetime: duration({ least: '1s', most: `${contextToken.longestLifetime}s`, example: '30s' })
    .prefault('30s')
    .meta({ description: 'How long the upstream may believe it.' }),
  claims: list(
    claimPathSchema.refine(([first = '']) => !isOwnContextClaim(first), { error: ownClaimMessage }),
    { least: 0, most: 16, of: 'claims' },
  )
    .prefault([])
    .meta({ description: 'Claims of the verified token that it carries beside the subject.' }),
}).refine(
  ({ claims }) => !claims.some((one, at) => claims.some((other, of) => at !== of && holds(one, other))),
  {
    path: ['claims'],
    error: overlapMessage,
  },
);

/** `claims.org` holds `claims.org.id`, and itself. */
function holds(one: readonly string[], other: readonly string[]): boolean {
  return one.every((member, at) => member === other[at]);
}

export const contextSchema: z.ZodType<ProtectedRoute['context'], unknown> = strict({
  headers: z
    .record(contextHeaderSchema, claimPathSchema, {
      error: allowed('header names and claims', 'Write lines such as `x-user-id: claims.sub`.'),
    })
    .prefault({})
    .meta({ description: 'Headers that carry claims of the verified token to the upstream.' }),
  token: contextTokenSchema.exactOptional().meta({
    description:
      'A short-lived token for the upstream, bound to the request and signed by the gateways’ own keys.',
  }),
  dangerouslyForwardToken: z
    .literal(true, {
      error: allowed('only `true`', 'Write `dangerouslyForwardToken: true`, or leave it out.'),
    })
    .exactOptional()
    .meta({
      description:
        'Sends the caller’s token on in `Authorization`: the upstream, and whoever reads its logs, can then call all that the token opens.',
    }),
});

interface Contextual {
  readonly context?: ProtectedRoute['context'] | undefined;
  readonly cache?: unknown;
}

/** What contradicts a context token on this route. */
export function contextFaults({
  context,
  cache,
}: Contextual): readonly { readonly path: readonly string[]; readonly message: string }[] {
  const token = context?.token;
  const alone = (['token', 'dangerouslyForwardToken'] as const).filter((key) => context?.[key] !== undefined);
  return [
    ...(cache === undefined ? [] : alone).map((key) => ({
      path: [key],
      message: allowed(
        `no \`context.${key}\` beside \`cache\`: it is of one request, and what is kept answers others`,
        'Remove one of the two.',
      ),
    })),
    ...(token !== undefined && Object.hasOwn(context?.headers ?? {}, token.header)
      ? [
          {
            path: ['headers', token.header],
            message: allowed(
              'headers that `context.token` does not fill',
              'Give the claim a header of another name.',
            ),
          },
        ]
      : []),
  ];
}
