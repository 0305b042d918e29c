/** The next step lies on this origin, which alone sends on to an app; nothing else is followed. */
export function ownAddress(origin: string, redirectTo: unknown): string | undefined {
  const address = typeof redirectTo === 'string' ? URL.parse(redirectTo, origin) : null;
  return address?.origin === origin ? address.href : undefined;
}
