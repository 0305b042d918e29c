import { type DecisionRecord, newId, readConfiguration, refusal, refusalWords } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { recordedVerdict } from './recorded.ts';
import { replay } from './replay.ts';
import { type Held, hold } from './replayed.ts';

const at = Date.UTC(2026, 10, 30);
const issuer = 'https://login.example';

const head = `upstreams: { api: { targets: [{ url: 'http://127.0.0.1:1' }] } }
issuers:
  house: { issuer: ${issuer}, jwks: '${issuer}/jwks', algorithms: [ES256], audience: a }
  other: { issuer: 'https://other.example', jwks: 'https://other.example/jwks', algorithms: [ES256], audience: a }
`;
const route = (more: string, match = 'methods: [GET], path: /orders') =>
  `  - { id: orders, match: { ${match} }, upstream: api, ${more} }\n`;
const auth = (more: string) => `auth: { issuer: house, audience: a${more} }`;

function held(routes: string, top = head): Held {
  const reading = readConfiguration(`${top}routes:\n${routes}`, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return hold(reading.configuration, { selfIssuer: 'http://localhost:9000' });
}

const token = {
  ...{ verified: true, issuer, subject: 'ada', clientId: 'shop', alg: 'ES256' },
  ...{ issuedAt: at / 1000 - 100, expiresAt: at / 1000 + 800 },
} as const;

function recordOf(more: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    ...{ version: 2, reference: newId('reference'), at, node: 'gateway-1', method: 'GET', path: '/orders' },
    ...{ route: 'orders', outcome: 'forwarded', status: 200, durationMicros: 1, token },
    steps: [{ step: 'verify-token', outcome: 'ok', facts: { issuer } }],
    ...more,
  };
}

function refusedBy(told: ReturnType<typeof refusal>, step: DecisionRecord['steps'][number]['step']) {
  return {
    outcome: 'refused',
    status: 403,
    refusal: refusalWords(told),
    steps: [{ step, outcome: 'refused' }],
  } satisfies Partial<DecisionRecord>;
}

const anonymous = refusedBy(refusal('token_missing.no_header'), 'extract-token');
const lacking = refusedBy(
  refusal('scope_missing.others', { required: 'write', carried: 'read list' }),
  'authorize',
);
const before = held(route(auth(', scopes: [read], roles: [clerk]')));

function tried(draft: string, record: DecisionRecord = recordOf(), earlier: Held | 'nobody knows' = before) {
  const replayed = replay(record, held(draft), earlier === 'nobody knows' ? undefined : earlier);
  if (replayed.verdict === 'unknown') return `? ${replayed.why}`;
  return replayed.verdict === 'allowed' ? 'allowed' : replayed.code;
}

describe('a call that was allowed', () => {
  it.each([
    [
      'nothing decides otherwise',
      route(`${auth(', scopes: [read], roles: [clerk]')}, limit: [{ rate: 1/d }]`),
      'allowed',
    ],
    ['less is asked for', route(auth('')), 'allowed'],
    [
      'it would be looked into',
      route(`${auth('')}, request: { unknownQuery: refuse }`),
      '? parameters and body of the request, which a route looks into',
    ],
    ['one of more roles will do', route(auth(', scopes: [read], roles: [clerk, chief]')), 'allowed'],
    ['everybody may call', route('public: true'), 'allowed'],
    ['no route is left', route(auth(''), 'methods: [GET], path: /other'), 'route_not_found'],
    [
      'the route takes another method',
      route(auth(''), 'methods: [POST], path: /orders'),
      'method_not_allowed',
    ],
    ['another issuer is believed', route('auth: { issuer: other, audience: a }'), 'issuer_unexpected'],
    ['more scopes are asked for', route(auth(', scopes: [read, write]')), '? scopes'],
    ['another role is asked for', route(auth(', roles: [chief]')), '? roles'],
    ['permissions are asked for', route(auth(', permissions: [read]')), '? permissions'],
    [
      'a condition is asked for',
      route(`auth: { issuer: house, audience: a, condition: "claims.sub == 'ada'" }`),
      '? claims',
    ],
    ['another audience is asked for', route('auth: { issuer: house, audience: b }'), '? the audience'],
    ['a network is asked for', route(`${auth('')}, networks: { allow: [10.0.0.0/8] }`), '? the address'],
    [
      'a header chooses the route',
      route(auth(''), 'methods: [GET], path: /orders, headers: { x-v: "2" }'),
      '? host',
    ],
  ])('where %s', (_, draft, expected) => {
    expect(tried(draft).startsWith(expected)).toBe(true);
  });

  it('is held to times, ages and algorithms as they were recorded', () => {
    const with_ = (of: string) =>
      held(route(auth(', scopes: [read], roles: [clerk]')), head.replace('algorithms: [ES256]', of));
    const code = (draft: Held) => replay(recordOf(), draft, before);
    expect(code(with_('algorithms: [RS256]'))).toEqual({ verdict: 'refused', code: 'alg_not_pinned' });
    expect(code(with_('algorithms: [ES256], maxLifetime: 10m'))).toEqual({
      verdict: 'refused',
      code: 'token_lifetime_too_long',
    });
    expect(code(with_('algorithms: [ES256], maxAge: 30s, clockSkew: 1s'))).toEqual({
      verdict: 'refused',
      code: 'token_too_old',
    });
    expect(code(with_('algorithms: [ES256], requiredClaims: [x]')).verdict).toBe('unknown');
  });

  it('is not said to be allowed where nobody knows what decided it then', () => {
    expect(tried(route(auth(', scopes: [read], roles: [clerk]')), recordOf(), 'nobody knows')).toMatch(
      /^\? where/,
    );
    expect(tried(route('auth: { issuer: other, audience: a }'), recordOf(), 'nobody knows')).toBe(
      'issuer_unexpected',
    );
    expect(tried(route('public: true'), recordOf(), 'nobody knows')).toBe('allowed');
  });

  it('is believed nothing that a token says of itself which nobody checked', () => {
    const unchecked = recordOf({ token: { ...token, verified: false } });
    expect(tried(route(auth('')), unchecked, held(route('public: true')))).toMatch(/^\? a token/);
  });

  it('that came without a token is refused where one is asked for', () => {
    const open = held(route('public: true'));
    const { token: _, ...nobody } = recordOf();
    expect(tried(route(auth('')), nobody, open)).toBe('token_missing');
    expect(tried(route(auth(', optional: true')), nobody, open)).toBe('allowed');
  });
});

describe('a call that was refused', () => {
  it.each([
    ['of nobody stays so', route(auth('')), anonymous, 'token_missing'],
    ['of nobody passes where everybody may', route('public: true'), anonymous, 'allowed'],
    ['of nobody passes where no token need come', route(auth(', optional: true')), anonymous, 'allowed'],
    ['for a scope stays so', route(auth(', scopes: [write], roles: [clerk]')), lacking, 'scope_missing'],
    [
      'for a scope passes where it carried what is asked for',
      route(auth(', scopes: [list]')),
      lacking,
      'allowed',
    ],
    [
      'for a scope cannot be told of by roles, which nobody asked for',
      route(auth(', scopes: [list], roles: [clerk]')),
      lacking,
      '? roles',
    ],
  ] as const)('%s', (_, draft, more, expected) => {
    const { token: mine, ...record } = recordOf(more);
    const told = more === anonymous ? record : { ...record, token: mine };
    const shape = held(route(auth(', scopes: [write]')));
    expect(tried(draft, told as DecisionRecord, shape).startsWith(expected)).toBe(true);
  });

  it.each(['signature_invalid', 'token_revoked.token'] as const)(
    'for %s is so by every route that asks for a token',
    (key) => {
      const told = refusal(key as 'token_revoked.token');
      const record = recordOf({ ...refusedBy(told, 'verify-token'), token: { ...token, verified: false } });
      expect(tried(route(auth('')), record)).toBe(told.code);
      expect(tried(route('public: true'), record)).toBe('allowed');
    },
  );

  it('is believed nothing that its token only says of itself', () => {
    const record = recordOf({
      ...refusedBy(refusal('issuer_unexpected.not_opaque', { accepted: issuer }), 'verify-token'),
      token: { verified: false, issuer: 'https://other.example' },
    });
    expect(tried(route('auth: { issuer: other, audience: a }'), record)).toMatch(/^\? a token/);
    expect(tried(route(auth('')), record)).toBe('issuer_unexpected');
  });

  it('by a limit or an upstream was allowed', () => {
    const limited = recordOf(refusedBy(refusal('not_found.admin_api') as never, 'limit'));
    expect(recordedVerdict(limited)).toEqual({ verdict: 'allowed' });
    expect(recordedVerdict(recordOf(anonymous))).toEqual({ verdict: 'refused', code: 'token_missing' });
  });
});

it('does not guess what a machine, whose password no record holds, would be let do', () => {
  const called = recordOf({
    token: { verified: true, issuer: 'signet:machines', subject: 'billing' },
    steps: [{ step: 'verify-token', outcome: 'ok', facts: { machine: 'billing' } }],
  });
  expect(tried(route(auth(', scopes: [write]')), called)).toBe('? the machine beside its name');
});

it('does not ask the check of a route again, as little as limits', () => {
  const refused = refusedBy(refusal('check_refused.silent'), 'ask-webhook');
  expect(tried(route(auth('')), recordOf(refused))).toBe('allowed');
});
