import type { ApiKeyClaim } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { durationOf } from './duration-of.ts';
import { tellKey } from './tell-key.ts';

export interface ApiKeyCreateOptions extends ServerOptions {
  readonly audience: readonly string[];
  readonly owner?: string;
  readonly scope?: readonly string[];
  readonly role?: readonly string[];
  readonly permission?: readonly string[];
  readonly claim?: readonly string[];
  readonly lifetime?: string;
}

/** Makes a key and shows it. What a key may be is for the server to say. */
export async function createApiKey(
  context: Context,
  name: string,
  {
    audience,
    owner = name,
    scope = [],
    role = [],
    permission = [],
    claim = [],
    lifetime,
    ...server
  }: ApiKeyCreateOptions,
): Promise<void> {
  const made = await openAdmin(context, server).makeApiKey({
    ...{ name, owner, audience, scopes: scope, roles: role, permissions: permission },
    claims: claimsOf(claim),
    ...(lifetime === undefined ? {} : { lifetime: durationOf('lifetime', lifetime) }),
  });
  answer(context, server, made, () =>
    [outcomeLine(context.paint, true, `Made the API key ${made.summary.id}.`), ...tellKey(made), ''].join(
      '\n',
    ),
  );
}

/** Once is a text, more often a list of texts. */
function claimsOf(pairs: readonly string[]): Readonly<Record<string, ApiKeyClaim>> {
  const claims = new Map<string, string[]>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 1) throw noPair();
    const name = pair.slice(0, equals);
    claims.set(name, [...(claims.get(name) ?? []), pair.slice(equals + 1)]);
  }
  const entries = [...claims].map(([name, values]): [string, ApiKeyClaim] => {
    const [only] = values;
    return [name, only !== undefined && values.length === 1 ? only : values];
  });
  return Object.fromEntries(entries);
}

function noPair(): Error {
  return usageFailure({
    sentence: 'This is no claim.',
    expected: 'a name and a value with = between them',
    actual: 'something else',
    fix: 'Write `--claim tenant=acme`.',
  });
}
