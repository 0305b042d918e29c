import { describe, expect, it } from 'vitest';
import { controlUnderTest } from '../testing/control-under-test.ts';

const path = '/admin/prompts';
const definition = {
  messages: [{ role: 'user', text: 'Sum up {{text}}' }],
  variables: { text: { type: 'string', maxLength: 100 } },
  model: 'gpt',
};
const narrower = { ...definition, variables: { text: { type: 'string', maxLength: 50 } } };
const failing = {
  ...definition,
  tests: [{ name: 'fails', values: { text: 'a' }, expect: { lacks: ['b'] } }],
};

describe('the prompts of the admin API', () => {
  it('are added, compared, shown, tested, published and taken back', async () => {
    const { ask } = await controlUnderTest();
    const added = await ask(`${path}/sum/versions`, { definition });
    expect([added.statusCode, added.json()]).toEqual([201, { version: '1.0', breaking: false, changes: [] }]);
    expect((await ask(`${path}/sum/comparisons`, { definition: narrower })).json()).toEqual({
      breaking: true,
      changes: [{ place: 'values/properties/text/maxLength', breaking: true }],
      from: '1.0',
      version: '2.0',
    });
    const refused = await ask(`${path}/sum/versions`, { definition: narrower });
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'prompt_refused']);
    await ask(`${path}/sum/versions`, { definition: narrower, major: true });
    expect((await ask(`${path}/sum/publications`, { version: '1.0' })).json()).toMatchObject({
      stable: '1.0',
    });
    expect((await ask(`${path}/sum/publications`, { version: '2.0' })).json()).toMatchObject({ number: 2 });
    expect((await ask(`${path}/sum/rollbacks`, {})).json()).toMatchObject({
      number: 3,
      stable: '1.0',
      restores: 1,
    });
    expect((await ask(path)).json()).toEqual({ prompts: [{ name: 'sum', newest: '2.0', stable: '1.0' }] });
    expect((await ask(`${path}/sum`)).json().versions).toMatchObject([
      { version: '2.0' },
      { published: true },
    ]);
    expect((await ask(`${path}/sum/versions/1.0`)).json().definition).toMatchObject(definition);
    expect((await ask(`${path}/sum/versions/1.0/tests`, {})).json()).toEqual({ passed: true, tests: [] });
  });

  it('are not published where a test fails', async () => {
    const { ask } = await controlUnderTest();
    await ask(`${path}/sum/versions`, { definition: failing });
    const answer = await ask(`${path}/sum/publications`, { version: '1.0' });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'prompt_refused']);
    expect(answer.json().detail).toContain('fails');
    expect((await ask(`${path}/sum`)).json().publications).toEqual([]);
  });

  it.each([
    ['a name that is none', `${path}/Sum/versions`, { definition }],
    ['a name of a path', `${path}/..%2fusers/versions`, { definition }],
    ['no definition', `${path}/sum/versions`, {}],
    ['a list', `${path}/sum/versions`, { definition: [definition] }],
    ['a version that is none', `${path}/sum/publications`, { version: 'latest' }],
    [
      'more than all',
      `${path}/sum/publications`,
      { version: '1.0', canary: { kind: 'percent', percent: 101 } },
    ],
    ['what nobody reads', `${path}/sum/publications`, { version: '1.0', skipTests: true }],
  ])('are refused with %s', async (_, url, payload) => {
    const { ask } = await controlUnderTest();
    expect((await ask(url, payload)).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('are nobody’s but administrators’', async () => {
    const { app } = await controlUnderTest();
    for (const url of [`${path}/sum/versions`, `${path}/sum/publications`, `${path}/sum/rollbacks`]) {
      const answer = await app.inject({ method: 'POST', url, payload: { definition } });
      expect(answer.json().code, url).toBe('token_missing');
    }
  });
});
