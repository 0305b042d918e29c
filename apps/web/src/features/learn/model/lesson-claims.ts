import type { LessonId } from '../lesson-id.ts';

/** What a lesson's token says. Names are made up; `.example` belongs to nobody (RFC 2606 §2). */
export interface LessonClaims {
  readonly type: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const minutes = 60;

function times(now: number): Readonly<Record<string, number>> {
  return { iat: now, exp: now + 15 * minutes };
}

function accessToken(now: number, more: Readonly<Record<string, unknown>> = {}): LessonClaims {
  return {
    type: 'at+jwt',
    claims: {
      iss: 'https://login.example',
      sub: 'usr_7Qm2vK9xTz',
      aud: 'https://api.example/orders',
      client_id: 'web-shop',
      ...times(now),
      jti: `tok_${now.toString(36)}`,
      ...more,
    },
  };
}

/** The claims that a lesson speaks of. @param now seconds since the epoch */
export function lessonClaims(lesson: LessonId, now: number): LessonClaims {
  switch (lesson) {
    case 'structure':
      return {
        type: 'JWT',
        claims: { iss: 'https://login.example', sub: 'Ada', aud: 'https://api.example', ...times(now) },
      };
    case 'claims':
      return accessToken(now, {
        'https://shop.example/tier': 'gold',
        cart: 'crt_81f2',
        beta: true,
      });
    case 'revocation':
    case 'life':
    case 'refresh':
      return accessToken(now, { sid: 'ses_4Hf0cW2p' });
    case 'sso':
      return {
        type: 'JWT',
        claims: {
          iss: 'https://login.example',
          sub: 'usr_7Qm2vK9xTz',
          aud: 'web-shop',
          ...times(now),
          auth_time: now - 40,
          nonce: 'n-0S6_WzA2Mj',
          amr: ['pwd', 'otp'],
          name: 'Ada Lovelace',
        },
      };
    case 'services':
      return accessToken(now, {
        aud: 'https://api.example/shipping',
        client_id: 'orders',
        scope: 'shipping:quote',
        exp: now + 2 * minutes,
        act: { sub: 'svc_orders' },
      });
    case 'access':
    case 'gateways':
      return accessToken(now, { scope: 'orders:read', roles: ['support'], tenant: 'acme' });
    case 'signatures':
    case 'storage':
      return accessToken(now);
  }
}
