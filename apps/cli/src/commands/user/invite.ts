import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { mailLanguageOf } from '../mail-language.ts';

export interface UserInviteOptions extends ServerOptions {
  readonly email: string;
  readonly language?: string;
  readonly role?: readonly string[];
  readonly scope?: readonly string[];
}

/** Adds an account whose owner chooses the password by a link that is mailed to them. */
export async function inviteUser(
  context: Context,
  username: string,
  options: UserInviteOptions,
): Promise<void> {
  const { email, role: roles = [], scope: scopes = [] } = options;
  const language = mailLanguageOf(options.language);
  const invited = await openAdmin(context, options).inviteUser({ username, email, language, roles, scopes });
  answer(context, options, invited, () =>
    [
      outcomeLine(context.paint, true, `Invited ${invited.username} at ${invited.email}.`),
      `Account   ${invited.id}`,
      '',
    ].join('\n'),
  );
}
