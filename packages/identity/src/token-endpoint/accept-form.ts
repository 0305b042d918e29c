import { refusal, SignetError } from '@signet/contracts';
import type { FastifyInstance } from 'fastify';

/** Far above the longest request: an id, a secret, 64 scopes and an address. */
const mostBytes = 16_384;

/** Makes a form, each parameter in it once, the only body that the routes in `app` take (RFC 6749 §3.2). */
export function acceptForm(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: mostBytes },
    async (_request: unknown, body: string) => readForm(body),
  );
  app.addContentTypeParser('*', async () => {
    throw new SignetError(refusal('token_request_invalid.no_form'));
  });
}

/** A parameter without a value counts as left out (RFC 6749 §3.2). */
function readForm(text: string): Readonly<Record<string, string>> {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (given.has(name)) throw new SignetError(repetition(name));
    given.set(name, value);
  }
  return Object.fromEntries([...given].filter(([, value]) => value !== ''));
}

/** Names only what everyone knows: what stands in the place of a name may be a secret. */
function repetition(name: string) {
  if (name === 'resource') return refusal('resource_not_allowed.several');
  const known = [
    'grant_type',
    'scope',
    'audience',
    'client_id',
    'client_secret',
    'client_assertion',
    'token',
    'subject_token',
    'device_code',
  ];
  const parameter = known.includes(name) ? name : '(unknown)';
  return refusal('token_request_invalid.repeated', { parameter });
}
