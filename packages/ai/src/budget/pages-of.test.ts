import { describe, expect, it } from 'vitest';
import type { Budget, BudgetFacts } from './budget.ts';
import { Calendar } from './calendar.ts';
import { labelsOf } from './labels-of.ts';
import { pagesOf } from './pages-of.ts';

const budget: Budget = {
  name: 'teams',
  per: 'day',
  zone: 'UTC',
  most: { counts: 'micros', limit: 5, currency: 'USD' },
  soft: false,
  by: [{ kind: 'claim', path: ['org', 'team'] }],
  only: [],
};
const facts: BudgetFacts = {
  claims: { sub: 'ada', org: { team: 'red' }, groups: ['staff', 'night'] },
  route: 'chat',
  provider: 'openai',
  model: 'm',
  tags: { project: 'x' },
};
const now = Date.UTC(2026, 10, 30, 12);
const pages = (budgets: readonly Budget[], changes: Partial<BudgetFacts> = {}) =>
  pagesOf(budgets, { ...facts, ...changes }, { calendar: new Calendar(), now });
const keys = (claims: BudgetFacts['claims'], by = budget.by) =>
  pages([{ ...budget, by }], { claims }).map(({ key }) => key);

describe('the budgets of a request', () => {
  it('are all that concern it, each with its end', () => {
    const month: Budget = {
      ...budget,
      name: 'all',
      per: 'month',
      by: [],
      most: { counts: 'tokens', limit: 9 },
    };
    expect(pages([budget, month])).toEqual([
      {
        key: expect.any(String),
        budget: 'teams',
        endsAt: Date.UTC(2026, 11, 1),
        counts: 'micros',
        limit: 5,
        soft: false,
      },
      {
        key: expect.any(String),
        budget: 'all',
        endsAt: Date.UTC(2026, 11, 1),
        counts: 'tokens',
        limit: 9,
        soft: false,
      },
    ]);
  });

  it('are those alone that count such requests', () => {
    const only = (...values: readonly string[]): Budget => ({
      ...budget,
      only: [
        { of: { kind: 'claim', path: ['groups'] }, values },
        { of: { kind: 'model' }, values: ['m', 'n'] },
      ],
    });
    expect([pages([only('night', 'day')]).length, pages([only('day')]).length]).toEqual([1, 0]);
    expect(pages([only('night')], { model: 'other' })).toEqual([]);
    expect(pages([only('night')], { claims: {} })).toEqual([]);
  });

  it('have one holder for those who lack the claim, and never that of another value', () => {
    const claims = [
      { org: { team: 'red' } },
      { org: { team: '["red"]' } },
      { org: { team: ['red'] } },
      { org: { team: 7 } },
      { org: { team: '7' } },
      {},
    ];
    expect(new Set(claims.flatMap((each) => keys(each))).size).toBe(claims.length);
    const without = [{}, { org: {} }, { org: 'red' }, { org: { team: null } }, { org: ['team'] }];
    expect(new Set(without.flatMap((each) => keys(each))).size).toBe(1);
    expect(keys({}, [{ kind: 'claim', path: ['constructor', 'name'] }])).toEqual(
      keys({}, [{ kind: 'claim', path: ['toString'] }]),
    );
  });

  it('keep no combination of values for another one', () => {
    const by = [
      { kind: 'claim', path: ['a'] },
      { kind: 'claim', path: ['b'] },
    ] as const;
    expect(keys({ a: 'x","y', b: 'z' }, by)).not.toEqual(keys({ a: 'x', b: 'y","z' }, by));
    const tagged = (tags: Record<string, string>) =>
      pages([{ ...budget, by: [{ kind: 'tag', name: 'project' }] }], { tags })[0]?.key;
    expect(tagged({ project: 'x' })).not.toBe(tagged({ project: 'y' }));
    expect(tagged({ project: 'x' })).toBe(tagged({ project: 'x', other: 'z' }));
  });

  it('stay spent where the limit is raised, and are others in another currency', () => {
    const [one, raised, other] = [
      budget,
      { ...budget, most: { ...budget.most, limit: 99 } },
      { ...budget, most: { counts: 'micros', limit: 5, currency: 'EUR' } as const },
    ].map((each) => pages([each as Budget])[0]?.key);
    expect(raised).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe('what costs are summed by', () => {
  it('is what a token says, and no tag writes over it', () => {
    expect(
      labelsOf({ ...facts, key: 'key_1', tags: { subject: 'eve', project: 'x', 'bad name': 'y' } }, [
        'groups',
        'team',
      ]),
    ).toEqual({
      'tag.subject': 'eve',
      'tag.project': 'x',
      groups: '["staff","night"]',
      subject: 'ada',
      key: 'key_1',
      route: 'chat',
      provider: 'openai',
      model: 'm',
    });
  });

  it('is bounded, and holds nothing that a database cannot', () => {
    const tags = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`t${index}`, '😀'.repeat(200)]),
    );
    const labels = labelsOf({ ...facts, claims: { sub: 'a\0b' }, tags }, []);
    expect(Object.keys(labels)).toHaveLength(16 + 4);
    expect(labels['subject']).toBe('a�b');
    for (const value of Object.values(labels)) {
      expect(value.length).toBeLessThanOrEqual(256);
      expect(value.isWellFormed()).toBe(true);
    }
  });
});
