/**
 * Where the screens of one document stand that people come to by a link: whoever serves the page, the page itself, and who writes the
 * links go by this one list.
 */
export const hostedScreens = {
  account: '/account',
  forgotten: '/account/forgotten',
  reset: '/account/reset',
  confirm: '/account/email',
  register: '/account/register',
  join: '/account/join',
  'signed-out': '/signed-out',
  device: '/device',
  'device-allowed': '/device/allowed',
  'device-denied': '/device/denied',
  'device-over': '/device/over',
} as const;

export type HostedScreen = keyof typeof hostedScreens;

/** The screen that stands at a path; a slash at the end makes no other. */
export function hostedScreenAt(path: string): HostedScreen | undefined {
  const bare = path.replace(/\/$/, '');
  const names = Object.keys(hostedScreens) as HostedScreen[];
  return names.find((name) => hostedScreens[name] === bare);
}
