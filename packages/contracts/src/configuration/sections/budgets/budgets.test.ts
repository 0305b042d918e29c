import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';
import { budgetsSchema } from './schema.ts';

const one = (budget: object) => budgetsSchema.safeParse({ teams: budget });

describe('a budget', () => {
  it('is money or tokens of each holder, in an hour, day or month of a zone', () => {
    const budget = {
      ...{ most: '50.5 USD', per: 'month', zone: 'Europe/Berlin', by: ['claims.org.team', 'tags.project'] },
      ...{ only: { model: 'gpt-5.6', 'claims.plan': ['free', 'trial'] }, soft: true },
    };
    expect(one(budget).data?.['teams']).toEqual({
      most: { counts: 'micros', limit: 50_500_000, currency: 'USD' },
      per: 'month',
      zone: 'Europe/Berlin',
      by: [
        { kind: 'claim', path: ['org', 'team'] },
        { kind: 'tag', name: 'project' },
      ],
      only: [
        { of: { kind: 'model' }, values: ['gpt-5.6'] },
        { of: { kind: 'claim', path: ['plan'] }, values: ['free', 'trial'] },
      ],
      soft: true,
      unpriced: false,
    });
    expect(one({ most: '2000000 tokens', per: 'day' }).data?.['teams']).toMatchObject({
      most: { counts: 'tokens', limit: 2_000_000 },
      ...{ zone: 'UTC', by: [], only: [], soft: false },
    });
  });

  it.each<[string, object, string]>([
    ['without a most', { per: 'day' }, '50 USD'],
    ['of nothing', { most: '0 USD', per: 'day' }, 'above zero'],
    ['of half a token', { most: '0.5 tokens', per: 'day' }, '2000000 tokens'],
    ['of a week', { most: '1 USD', per: 'week' }, '`month`'],
    ['of a second', { most: '1 USD', per: 'second' }, '`minute`'],
    ['of a zone that there is not', { most: '1 USD', per: 'day', zone: 'Europe/Atlantis' }, 'tz database'],
    ['of an offset, which has no summer time', { most: '1 USD', per: 'day', zone: '+02:00' }, 'tz database'],
    ['by what nobody knows', { most: '1 USD', per: 'day', by: 'team' }, 'claims.team'],
    ['by the prototype', { most: '1 USD', per: 'day', by: 'claims.constructor' }, 'claims.team'],
    ['twice by the same', { most: '1 USD', per: 'day', by: ['key', 'key'] }, 'each entry once'],
    ['of no values', { most: '1 USD', per: 'day', only: { model: [] } }, '1 to 64'],
    ['with what nobody reads', { most: '1 USD', per: 'day', hard: true }, 'soft'],
    [
      'that needs no price and lets pass what has none',
      { most: '1 tokens', per: 'day', dangerouslyAllowUnpriced: true },
      'money alone',
    ],
  ])('is refused %s', (_, budget, word) => {
    const messages = one(budget).error?.issues.map(({ message }) => message);
    expect(messages?.join()).toContain(word);
  });

  it('is one of sixteen at most, as many as count one request', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`b${at}`, { most: '1 USD', per: 'day' }]));
    expect([16, 17].map((count) => budgetsSchema.safeParse(many(count)).success)).toEqual([true, false]);
  });
});

describe('a budget of some alone', () => {
  const problemsOf = (only: string) => {
    const text = `version: 1
issuers: { house: { self: true } }
budgets: { teams: { most: 1 USD, per: day, only: { ${only} } } }
llm:
  providers: { openai: { kind: openai } }
  models: { gpt: { targets: [{ provider: openai, model: gpt-5.6 }] } }
routes:
  - { id: models, match: { methods: [POST], path: '/v1/{rest*}' }, auth: { issuer: house, audience: https://api.example }, llm: {} }
`;
    const reading = readConfiguration(text, { fileName: 'signet.yaml' });
    return reading.ok ? [] : reading.problems.map(({ message }) => message);
  };

  it.each(['model: gpt-5.6', 'provider: [openai]', 'route: models', 'claims.team: whatever', 'key: key_1'])(
    'may count %s',
    (only) => {
      expect(problemsOf(only)).toEqual([]);
    },
  );

  it.each(['model: gpt', 'provider: opanai', 'route: modles'])(
    'counts nobody by a slip of the pen such as %s',
    (only) => {
      expect(problemsOf(only)).toHaveLength(1);
    },
  );
});
