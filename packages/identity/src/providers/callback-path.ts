/** Where a provider leads back to; registered there. */
export function callbackPath(provider: string): string {
  return `/auth/providers/${provider}/callback`;
}
