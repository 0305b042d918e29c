import { isId, type RevocationTarget, type RevokeAnswer, type RevokeRequest } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { usageFailure } from '../failure.ts';
import { openAdmin } from '../server/open-admin.ts';
import { outcomeLine } from '../terminal/palette.ts';
import { safeText } from '../terminal/safe-text.ts';
import { everywhereLine, waitForEveryone, waitOf } from './revoke-wait.ts';

export interface RevokeOptions extends ServerOptions {
  /** A `client_id`, in the place of an identifier. */
  readonly client?: string;
  /** The name of a key, likewise. */
  readonly key?: string;
  readonly issuer?: string;
  /** Until every gateway and every app that says who it is has applied it. */
  readonly wait?: boolean;
  readonly within?: string;
}

/** Revokes a token, a session or all tokens of an account; which of them, the identifier says. Or those of a client or a key. */
export async function revoke(
  context: Context,
  identifier: string | undefined,
  options: RevokeOptions,
): Promise<void> {
  const request = wantedOf(identifier, options);
  const within = options.wait === true || options.within !== undefined ? waitOf(options.within) : undefined;
  const client = openAdmin(context, options);
  const answered = await client.revoke(request);
  const { sequence, target } = answered;
  const told = [
    outcomeLine(context.paint, true, `Revoked ${safeText(nameOf(target))}.`),
    `Entry     ${sequence} of the log; the gateways of this node refuse it from now on`,
    ...(target.kind === 'key' ? consequences(answered) : []),
    '',
  ].join('\n');
  if (within === undefined) return answer(context, options, answered, () => told);
  // Said before anybody is waited for: it is revoked whatever comes of that.
  if (options.json !== true) context.terminal.out(told);
  const reach = await waitForEveryone(sequence, within, { client, clock: context.clock });
  answer(
    context,
    options,
    { ...answered, reach },
    () => `${outcomeLine(context.paint, true, everywhereLine(reach))}\n`,
  );
}

/** What whoever revokes a key wants to know next: whether people are signed out, and what signs. */
function consequences({ successor }: RevokeAnswer): readonly string[] {
  const signs = successor === undefined ? [] : [`Signs now ${successor}`];
  return [...signs, 'Sessions  go on: a refresh gets a new token, signed with another key'];
}

function wantedOf(identifier: string | undefined, { client, key, issuer }: RevokeOptions): RevokeRequest {
  const named = [identifier, client, key].filter((one) => one !== undefined);
  if (named.length !== 1) {
    throw usageFailure({
      sentence: 'Exactly one thing can be revoked at a time.',
      expected: 'an identifier, a client_id after `--client`, or a kid after `--key`',
      actual: named.length === 0 ? 'none of them' : 'several',
      fix: 'Name one of them.',
    });
  }
  const of = issuer === undefined ? {} : { issuer };
  if (key !== undefined) return { kid: key, ...of };
  return client === undefined ? targetOf(identifier ?? '', of) : { client_id: client };
}

/** `ses_…` is a session, `usr_…` an account, everything else the `jti` of a token. */
function targetOf(identifier: string, of: { readonly issuer?: string }): RevokeRequest {
  if (isId('session', identifier)) return { sid: identifier };
  if (isId('account', identifier)) return { sub: identifier };
  if (identifier.includes('.') && identifier.length > 200) throw wholeToken();
  return { jti: identifier, ...of };
}

function nameOf(target: RevocationTarget): string {
  if (target.kind === 'session') return `session ${target.sid} and all of its tokens`;
  if (target.kind === 'family') return `all that an app was given, and what came of it (${target.family})`;
  if (target.kind === 'subject') return `every token of account ${target.sub} issued so far`;
  if (target.kind === 'client') return `every token of client ${target.clientId} issued so far`;
  if (target.kind === 'key') return `everything that key ${target.kid} of ${target.issuer} ever signed`;
  if (target.kind === 'consent') {
    return `every token that client ${target.clientId} has of account ${target.sub} so far`;
  }
  if (target.kind === 'organization') {
    const of = target.sub === undefined ? '' : ` of account ${target.sub}`;
    return `every token${of} in organisation ${target.organization} issued so far`;
  }
  return `token ${target.jti} of ${target.issuer}`;
}

function wholeToken(): Error {
  return usageFailure({
    sentence: 'This looks like a whole token.',
    expected: 'its `jti`, or the identifier of a session (ses_…) or an account (usr_…)',
    actual: 'a long text with dots',
    fix: 'Look the `jti` up with `signet token decode`, and revoke that.',
  });
}
