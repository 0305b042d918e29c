/**
 * For the log: which provider, and what is wrong in the words of the library. What came from there, which may hold a token
 * or what somebody typed, stands in none of them; the code of an OAuth error does, where it is one.
 */
export function providerFault(provider: string, error: unknown): Error {
  const { code, error: told } = (error ?? {}) as { readonly code?: unknown; readonly error?: unknown };
  const words = error instanceof Error ? error.message : 'something else';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  const said = [code, told, words, cause].filter((each): each is string => typeof each === 'string');
  return new Error(`A sign-in by the provider ${provider} failed: ${said.map(plain).join('; ')}`);
}

const longest = 200;

function plain(text: string): string {
  return text.slice(0, longest).replace(/[^\x20-\x7e]/g, '?');
}
