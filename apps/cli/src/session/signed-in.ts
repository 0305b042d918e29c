import { CommandFailure } from '../failure.ts';

/** The session, where there is one. @throws CommandFailure where nobody signed in */
export function signedIn<Session>(session: Session | undefined): Session {
  if (session !== undefined) return session;
  throw new CommandFailure({
    sentence: 'Nobody is signed in from this data folder.',
    fix: 'Sign in with `signet login NAME`, or name the folder with `--data FOLDER`.',
  });
}
