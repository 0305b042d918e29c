import { encodeBase64url } from '@signet/token/base64url';
import type { Dissection } from '../../../../parts/token-view/model/inspection.ts';

/**
 * The token as three segments between dots, for the search for causes; undefined where it has no such form, as with
 * `b64: false`.
 */
export function compactText({ parsed }: Dissection, detached: string): string | undefined {
  const textOf = (role: string): string | undefined =>
    parsed.segments.find((segment) => segment.role === role)?.text;
  if (parsed.form === 'compact' && !parsed.isDetached) return parsed.token;
  const [header, signature] = [textOf('header'), textOf('signature')];
  if (header === undefined || signature === undefined) return undefined;
  const payload = parsed.isDetached ? encodeBase64url(detached) : (textOf('payload') ?? '');
  return [header, payload, signature].every((text) => /^[\w-]*$/.test(text))
    ? `${header}.${payload}.${signature}`
    : undefined;
}
