import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openPasswordPrompt } from '../../input/ask-password.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

export interface UserAddOptions extends ServerOptions {
  readonly role?: readonly string[];
  readonly scope?: readonly string[];
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly passwordStdin?: boolean;
}

/** Adds an account. Without a password one is made, printed once, and must be replaced at the first sign-in. */
export async function addUser(context: Context, username: string, options: UserAddOptions): Promise<void> {
  const password =
    options.passwordStdin === true ? await openPasswordPrompt(context.terminal)('Password: ') : undefined;
  const { email, emailVerified } = options;
  const user = {
    username,
    ...(email === undefined ? {} : { email }),
    ...(emailVerified === undefined ? {} : { emailVerified }),
    roles: options.role ?? [],
    scopes: options.scope ?? [],
  };
  const added = await openAdmin(context, options).addUser(
    password === undefined ? user : { ...user, password },
  );
  answer(context, options, added, () =>
    [
      outcomeLine(context.paint, true, `Added ${added.username}.`),
      `Account   ${added.id}`,
      ...(added.oneTimePassword === undefined
        ? []
        : [`Password  ${added.oneTimePassword}   (shown this once; the first sign-in replaces it)`]),
      '',
    ].join('\n'),
  );
}
