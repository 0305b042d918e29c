import { type DecisionRecord, decisionRecordSchema, explainDecision } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, type SignedIn, signIn } from './testing/session.ts';

describe('a refusal of the control side', () => {
  const folder = temporaryFolder();
  let signet: TestSignet;
  let admin: SignedIn;

  beforeAll(async () => {
    signet = await startSignet(folder.path);
    const more = { newPassword: 'otter lamp gravel 9', audience: `${signet.web}/admin` };
    admin = await signIn(signet.web, 'admin', signet.password('admin'), more);
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  async function explained(refused: Response): Promise<DecisionRecord> {
    const reference = refused.headers.get('signet-reference');
    const answer = await fetch(`${signet.web}/admin/explanations/${reference}`, bearer(admin.accessToken));
    return decisionRecordSchema.parse(await answer.json());
  }

  it('of a sign-in is explained by its reference, without the name and the password', async () => {
    const record = await explained(
      await fetch(`${signet.web}/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'demo', password: 'a wrong guess' }),
      }),
    );
    expect(record).toMatchObject({ node: 'identity', outcome: 'refused', status: 401 });
    expect(explainDecision(record).headline).toBe(
      'POST /auth/login was refused with 401: The name or the password is wrong.',
    );
    expect(JSON.stringify(record)).not.toMatch(/demo|guess/);
  });

  it('of the admin API is explained too', async () => {
    const demo = await signIn(signet.web, 'demo', signet.password('demo'));
    const record = await explained(await fetch(`${signet.web}/admin/users`, bearer(demo.accessToken)));
    expect(record).toMatchObject({ node: 'control', refusal: { code: 'audience_unexpected' } });
    expect(JSON.stringify(record)).not.toContain(demo.accessToken.split('.')[2]);
  });
});
