import type { ServerQuestion } from '@signet/trust';
import type { IntrospectionPolicy } from './introspection-policy.ts';

/** RFC 7662 §2.1, with the client's proof by RFC 6749 §2.3.1. */
export function questionAbout(
  compact: string,
  { authentication, clientId }: IntrospectionPolicy,
  secret: string,
): ServerQuestion {
  const form = new URLSearchParams({ token: compact, token_type_hint: 'access_token' });
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  if (authentication === 'post') {
    form.set('client_id', clientId);
    form.set('client_secret', secret);
    return { method: 'POST', headers, body: form.toString() };
  }
  const proof = Buffer.from(`${encoded(clientId)}:${encoded(secret)}`).toString('base64');
  return { method: 'POST', headers: { ...headers, authorization: `Basic ${proof}` }, body: form.toString() };
}

/** As forms are. */
function encoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
