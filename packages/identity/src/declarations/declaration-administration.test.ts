import { describe, expect, it } from 'vitest';
import { claimsOf } from '../oidc/testing/app-under-test.ts';
import { signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest } from '../testing/identity-under-test.ts';

const configured = {
  apis: { house: { audience: 'https://house.example', permissions: ['open'], claims: {} } },
  roles: { porter: { permissions: { house: ['open'] } } },
  groups: {},
};

const refusedWith = (code: string, expected?: unknown) => ({
  refusal: expected === undefined ? { code } : { code, ...(expected as object) },
});

async function declaring() {
  const test = await identityUnderTest();
  test.declareRights(configured);
  return { ...test, declared: test.identity.declarationAdministration };
}

async function withDemo() {
  const test = await declaring();
  const { declared } = test;
  const api = { audience, permissions: ['demo:read'], accessTokenLifetime: '1m', algorithm: 'EdDSA' };
  await declared.add('api', 'demo', api);
  await declared.add('role', 'clerk', { permissions: { demo: ['demo:read'], house: ['open'] } });
  await declared.add('group', 'sales', { roles: ['clerk', 'porter'] });
  return { ...test, api };
}

describe('what is declared while Signet runs', () => {
  it('counts for the next token, here and on another node', async () => {
    const test = await withDemo();
    await addAda(test.identity);
    const { users } = await test.identity.userAdministration.page({ limit: 1 });
    const { id } = users[0] ?? expect.fail('There is no ada.');
    const { userGroups } = test.identity;
    await userGroups.change(id, (await userGroups.show(id)).etag, ['sales']);
    const said = claimsOf((await signIn(test.app)).accessToken);
    expect(said).toMatchObject({ permissions: ['demo:read'], roles: ['clerk'] });
    expect(Number(said['exp']) - Number(said['iat'])).toBe(60);
    const other = await identityUnderTest({ beside: test });
    other.declareRights(configured);
    await test.declared.change('role', 'clerk', (await test.declared.show('role', 'clerk')).etag ?? '', {});
    test.pass(5000);
    expect(claimsOf((await signIn(other.app)).accessToken)).toMatchObject({ permissions: [], roles: [] });
  });

  it('is listed with what the file declares, page by page', async () => {
    const { declared, api } = await withDemo();
    const first = await declared.list('api', { limit: 1 });
    expect(first).toEqual({
      declarations: [{ name: 'demo', source: 'store', declaration: api, etag: expect.any(String) }],
      next: 'demo',
    });
    expect(await declared.list('api', { limit: 9, after: 'demo' })).toEqual({
      declarations: [{ name: 'house', source: 'configuration', declaration: configured.apis.house }],
    });
  });

  it.each([
    [
      'an audience that another API has',
      'api',
      'twin',
      { audience: 'https://house.example' },
      'no other API',
    ],
    ['a claim that Signet says itself', 'api', 'sly', { audience: 'a', claims: { sub: 'user.x' } }, 'itself'],
    ['a permission that nobody knows', 'role', 'sly', { permissions: { house: ['burn'] } }, 'open'],
    ['an API that is not there', 'role', 'sly', { permissions: { hut: ['open'] } }, 'house'],
    ['a role that is not there', 'group', 'sly', { roles: ['king'] }, 'porter'],
    ['the role of administrators', 'group', 'sly', { roles: ['admin'] }, 'no group gives'],
    ['a key that there is not', 'api', 'sly', { audience: 'a', secret: 'x' }, 'audience'],
  ] as const)('is refused as the file would be: %s', async (_, kind, name, declaration, expected) => {
    const { declared, stores } = await declaring();
    await expect(declared.add(kind, name, declaration)).rejects.toMatchObject(
      refusedWith('declaration_invalid', { expected: expect.stringContaining(expected) }),
    );
    expect((await stores.declarations.read()).version).toBe(0);
  });

  it('is not taken from under those that name it', async () => {
    const { declared } = await withDemo();
    await expect(declared.remove('role', 'clerk')).rejects.toMatchObject(refusedWith('declaration_invalid'));
    await declared.remove('group', 'sales');
    expect(await declared.remove('role', 'clerk')).toEqual({ name: 'clerk' });
    await expect(declared.show('role', 'clerk')).rejects.toMatchObject(refusedWith('declaration_unknown'));
  });

  it('never stands for what the file declares', async () => {
    const { declared, declareRights, stores, identity, app } = await withDemo();
    for (const attempt of [
      declared.change('api', 'house', '"1"', { audience: 'https://evil.example' }),
      declared.remove('api', 'house'),
    ]) {
      await expect(attempt).rejects.toMatchObject(refusedWith('declaration_configured'));
    }
    await expect(declared.add('api', 'house', { audience: 'b' })).rejects.toMatchObject(
      refusedWith('declaration_exists'),
    );
    const ofFile = { audience, permissions: ['only:this'], claims: {} };
    declareRights({ ...configured, apis: { ...configured.apis, demo: ofFile } });
    expect(await declared.show('api', 'demo')).toMatchObject({ source: 'configuration' });
    await addAda(identity, ['clerk']);
    expect(claimsOf((await signIn(app)).accessToken)).toMatchObject({ permissions: [], roles: [] });
    expect((await stores.declarations.read()).document).toContain('demo:read');
  });

  it('is changed by one of two who read the same, and told of in the audit log', async () => {
    const { declared, stores } = await withDemo();
    const { etag = '' } = await declared.show('group', 'sales');
    const rivals = [['clerk'], ['porter']].map((roles) => declared.change('group', 'sales', etag, { roles }));
    const answers = await Promise.allSettled(rivals);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(declared.change('group', 'sales', etag, {})).rejects.toMatchObject(
      refusedWith('declaration_changed'),
    );
    const told = await stores.audit.read({ limit: 9, order: 'oldest', action: 'declaration.changed' });
    expect(told).toMatchObject([{ target: { kind: 'declaration', id: 'group:sales' } }]);
  });

  it('has no names that reach the language', async () => {
    const { declared } = await declaring();
    for (const name of ['constructor', 'tostring', 'valueof']) {
      await expect(declared.show('api', name)).rejects.toMatchObject(refusedWith('declaration_unknown'));
    }
    await expect(
      declared.add('api', 'a', JSON.parse('{"__proto__":{"audience":"x"}}')),
    ).rejects.toMatchObject(refusedWith('declaration_invalid'));
  });

  it('that a later Signet does not understand is left out, and takes nothing else with it', async () => {
    const { declared, stores, identity } = await withDemo();
    const { document, version } = await stores.declarations.read();
    const written = JSON.parse(document);
    written.apis.strange = { audience: 'c', colour: 'blue' };
    await stores.declarations.replace(JSON.stringify(written), version);
    await declared.change('api', 'demo', (await declared.show('api', 'demo')).etag ?? '', {
      audience,
      permissions: ['demo:read'],
    });
    expect((await identity.declarationAdministration.list('api', { limit: 9 })).declarations).toHaveLength(3);
  });

  it('is bounded: what would be too long for each token to be checked by is refused, and nothing of it is kept', async () => {
    const { declared } = await declaring();
    const permissions = Array.from({ length: 64 }, (_, at) => `${'p'.repeat(110)}:${at}`);
    const add = (at: number) =>
      declared.add('api', `api-${at}`, { audience: `https://${at}.example`, permissions });
    const outcomes: string[] = [];
    for (let at = 0; at < 100 && outcomes.at(-1) !== 'declaration_invalid'; at += 1) {
      outcomes.push(
        await add(at).then(
          () => 'added',
          (error) => error.refusal.code,
        ),
      );
    }
    expect(outcomes.at(-1)).toBe('declaration_invalid');
    const listed = await declared.list('api', { limit: 200 });
    expect(listed.declarations.filter(({ source }) => source === 'store')).toHaveLength(outcomes.length - 1);
  });
});
