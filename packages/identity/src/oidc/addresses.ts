import { addresses } from '@signet/contracts';

/** Where apps send people. */
export const authorizePath = '/oauth/authorize';

/** Where a question to a person is asked for and answered; its cookie goes nowhere else. */
export function interactionPath(uid: string): string {
  return `/auth/interactions/${uid}`;
}

/** The page that asks the question which is answered at `location`; `undefined` for any other address. */
export function pageOf(location: string): string | undefined {
  const [, uid] = /^\/auth\/interactions\/([A-Za-z0-9_-]+)$/.exec(location) ?? [];
  return uid && `/signin/${uid}`;
}

/** Where the engine goes on once the question is answered. */
export function resumePath(uid: string): string {
  return `${authorizePath}/${uid}`;
}

/** Where apps send people to log out. */
export const endSessionPath = '/oauth/logout';

/** Where the engine checks and keeps what an app pushes ahead; only this process reaches it. */
export const pushedRequestPath: string = addresses.pushRequest.path;

/** Where a person types the code that a device shows; short, because it is typed as well. */
export const devicePath = '/device';

/** Where the sign-in of a device's person comes back to. */
export const deviceDonePath = '/device/done';
