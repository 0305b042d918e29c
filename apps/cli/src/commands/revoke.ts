import { isId, type RevocationTarget, type RevokeRequest } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { usageFailure } from '../failure.ts';
import { openAdmin } from '../server/open-admin.ts';
import { outcomeLine } from '../terminal/palette.ts';
import { safeText } from '../terminal/safe-text.ts';

export interface RevokeOptions extends ServerOptions {
  /** A `client_id`, in the place of an identifier. */
  readonly client?: string;
  readonly issuer?: string;
}

/** Revokes a token, a session or all tokens of an account; which of them, the identifier says. Or those of a client. */
export async function revoke(
  context: Context,
  identifier: string | undefined,
  options: RevokeOptions,
): Promise<void> {
  const request = wantedOf(identifier, options);
  const { sequence, target } = await openAdmin(context, options).revoke(request);
  answer(context, options, { sequence, target }, () =>
    [
      outcomeLine(context.paint, true, `Revoked ${safeText(nameOf(target))}.`),
      `Entry     ${sequence} of the log; the gateways of this node refuse it from now on`,
      '',
    ].join('\n'),
  );
}

function wantedOf(identifier: string | undefined, { client, issuer }: RevokeOptions): RevokeRequest {
  if (client !== undefined && identifier === undefined) return { client_id: client };
  if (client === undefined && identifier !== undefined) return targetOf(identifier, issuer);
  throw usageFailure({
    sentence: 'Exactly one thing can be revoked at a time.',
    expected: 'an identifier, or a client_id after `--client`',
    actual: identifier === undefined ? 'neither' : 'both',
    fix: 'Name one of them.',
  });
}

/** `ses_…` is a session, `usr_…` an account, everything else the `jti` of a token. */
function targetOf(identifier: string, issuer: string | undefined): RevokeRequest {
  if (isId('session', identifier)) return { sid: identifier };
  if (isId('account', identifier)) return { sub: identifier };
  if (identifier.includes('.') && identifier.length > 200) throw wholeToken();
  return issuer === undefined ? { jti: identifier } : { jti: identifier, issuer };
}

function nameOf(target: RevocationTarget): string {
  if (target.kind === 'session') return `session ${target.sid} and all of its tokens`;
  if (target.kind === 'family') return `all that an app was given, and what came of it (${target.family})`;
  if (target.kind === 'subject') return `every token of account ${target.sub} issued so far`;
  if (target.kind === 'client') return `every token of client ${target.clientId} issued so far`;
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
