import { describe, expect, it } from 'vitest';
import { newId } from '../ids/id.ts';
import { bearerChallenge, problemAnswer } from './problem-answer.ts';

const reference = newId('reference');
const issuer = 'https://id.example';

describe('a refusal as an HTTP answer', () => {
  it('carries status, reference and challenge, and is never stored', () => {
    const answer = problemAnswer(
      { code: 'token_expired', sentence: 'The token expired 4 min ago.' },
      { reference, issuer, realm: 'http://localhost:9000' },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers).toEqual({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'signet-reference': reference,
      'www-authenticate':
        'Bearer realm="http://localhost:9000", error="invalid_token", error_description="The token expired 4 min ago."',
    });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'token_expired', status: 401, reference });
  });

  it('says under the issuer where its code is explained', () => {
    const { body } = problemAnswer(
      { code: 'token_expired', sentence: 'So.' },
      { reference, issuer, realm: 'r' },
    );
    expect(JSON.parse(body)).toMatchObject({ type: 'https://id.example/errors/token_expired' });
  });

  it('says when to come back', () => {
    const answer = problemAnswer(
      { code: 'login_throttled', sentence: 'Too many.' },
      { reference, issuer, realm: 'r', retryAfter: 60 },
    );
    expect(answer.headers['retry-after']).toBe('60');
    expect(answer.headers['www-authenticate']).toBeUndefined();
  });

  it('names in the challenge what sign-in would do, and lets nothing break out of it', () => {
    const challenge = bearerChallenge({ code: 'authentication_insufficient', sentence: 'So.' }, 'r', {
      acr_values: 'a" b\r\n',
      max_age: '600',
    });
    expect(challenge).toBe(
      `Bearer realm="r", error="insufficient_user_authentication", error_description="So.", acr_values="a' b??", max_age="600"`,
    );
  });

  it('cannot be made to break out of the challenge', () => {
    const challenge = bearerChallenge(
      { code: 'token_malformed', sentence: 'a", error="x\r\nset-cookie: y\\é' },
      'r',
    );
    expect(challenge).toBe(
      `Bearer realm="r", error="invalid_token", error_description="a', error='x??set-cookie: y??"`,
    );
  });
});
