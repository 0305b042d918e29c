import { type EndCause, parseId, refusal, type SessionStory, SignetError } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { dataFolderOf } from '../../server/find-server.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { readSession } from '../../session/session-file.ts';
import { signedIn } from '../../session/signed-in.ts';
import { safeText } from '../../terminal/safe-text.ts';

/** What ended a session, in words. */
const causes: { readonly [Cause in EndCause]: string } = {
  logout: 'the person logged out on this device, or an app did for them',
  ended_elsewhere: 'the person ended it from another device',
  account_deleted: 'the account was deleted',
  refresh_token_reused: 'a refresh token came a second time: it was copied, or a device kept an old one',
  code_reused: 'an authorization code came a second time',
  administrator: 'an administrator ended it',
  account_disabled: 'the account was disabled',
  password_changed: 'the password was changed',
  client_removed: 'the client was removed',
  organization_left: 'the account left the organisation',
  organization_disabled: 'the organisation was disabled or removed',
  consent_withdrawn: 'the person withdrew what the app may do, or an administrator did for them',
  revoked_by_client: 'the app gave its token back',
  expired: 'it was as old as a session may be (identity.sessionLifetime)',
  unused: 'nobody went on with it for as long as a refresh token waits (identity.refreshTokenLifetime)',
};

/** Tells why a session ended, when, by whom and from where: that of `signet login`, unless another is named. */
export async function whySession(
  context: Context,
  given: string | undefined,
  options: ServerOptions,
): Promise<void> {
  const id = given ?? signedIn(readSession(dataFolderOf(context, options))).sessionId;
  const session = parseId('session', id);
  if (session === undefined) throw new SignetError(refusal('session_unknown'));
  const story = await openAdmin(context, options).explainSession({ session });
  answer(context, options, story, () => `${linesOf(story).join('\n')}\n`);
}

function linesOf(story: SessionStory): readonly string[] {
  const { id, username, account, agent, startedAt, cause, endedAt, by, address, reuse } = story;
  const lines = [
    ['Session', id],
    ['Person', username ?? account],
    ['Device', agent],
    ['Began', instant(startedAt)],
    ['Over', cause === undefined ? 'no, it may go on' : (instant(endedAt) ?? 'yes')],
    ['Why', cause && causes[cause]],
    ['By', by && [by.kind, by.id].filter((part) => part !== undefined).join(' ')],
    ['From', address],
    ['Reused', reuse && `what ${reuse.client} had used ${instant(reuse.usedAt)}`],
    ...story.families.map((family) => [
      'Family',
      [family.id, instant(family.startedAt), family.reason ?? 'alive', instant(family.endedAt)]
        .filter((part) => part !== undefined)
        .join(' '),
    ]),
  ] as const;
  return lines.flatMap(([name, text]) =>
    text === undefined ? [] : [`${(name ?? '').padEnd(9)} ${safeText(text)}`],
  );
}

function instant(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
