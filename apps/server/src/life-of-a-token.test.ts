import { decisionRecordSchema, gatewaysAnswerSchema } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEachProcess, callAnew } from './testing/gateway-processes.ts';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, refresh, type SignedIn, signIn, signOut } from './testing/session.ts';

const newPassword = 'otter lamp gravel 9';

describe.each([1, 2])('the life of a token with %i gateway process(es)', (workers) => {
  const folder = temporaryFolder();
  let signet: TestSignet;
  let admin: SignedIn;

  beforeAll(async () => {
    signet = await startSignet(folder.path, { flags: { workers: String(workers) } });
    const { web } = signet;
    const audience = `${web}/admin`;
    admin = await signIn(web, 'admin', signet.password('admin'), { newPassword, audience });
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  it('signs in, calls through the gateway and sees what the upstream received', async () => {
    const demo = await signIn(signet.web, 'demo', signet.password('demo'));
    const response = await fetch(`${signet.gateway}/demo/hello?a=1`, {
      headers: { ...bearer(demo.accessToken).headers, 'x-user-id': 'forged', x_user_id: 'forged' },
    });
    expect(response.status).toBe(200);
    const echo: unknown = await response.json();
    expect(echo).toMatchObject({ method: 'GET', path: '/demo/hello?a=1' });
    const { headers } = echo as { headers: Record<string, string> };
    expect(headers['x-user-id']).toMatch(/^usr_/);
    expect(headers['signet-reference']).toBe(response.headers.get('signet-reference'));
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('x_user_id');
  });

  it('refuses the token everywhere as soon as log-out has answered, and explains why', async () => {
    const { web, gateway } = signet;
    const demo = await signIn(web, 'demo', signet.password('demo'));
    const call = () => callAnew(`${gateway}/demo/hello`, bearer(demo.accessToken).headers);
    expect((await call()).status).toBe(200);

    const { revocationSequence } = await signOut(web, demo.cookie);
    const states = gatewaysAnswerSchema.parse(await ask(`${web}/admin/gateways`, admin));
    expect(states.gateways.map(({ node }) => node).sort()).toEqual(nodes(workers));
    for (const { revocationSequence: applied } of states.gateways) expect(applied).toBe(revocationSequence);

    const refusals = await askEachProcess(call);
    for (const { status, text } of refusals) {
      expect(status).toBe(401);
      expect(JSON.parse(text)).toMatchObject({ code: 'token_revoked' });
    }

    const records = await Promise.all(
      refusals.map(async ({ headers }) =>
        decisionRecordSchema.parse(
          await ask(`${web}/admin/explanations/${headers['signet-reference']}`, admin),
        ),
      ),
    );
    expect(records.map(({ node }) => node).sort()).toEqual(nodes(workers));
    for (const record of records) expect(record.refusal?.code).toBe('token_revoked');
    expect(JSON.stringify(records)).not.toContain(demo.accessToken.split('.')[2]);
    await expect(refresh(web, demo.cookie)).rejects.toMatchObject({ code: 'session_ended' });
  });

  it('refuses a revoked administrator at the admin API too', async () => {
    const { web } = signet;
    const audience = `${web}/admin`;
    const other = await signIn(web, 'admin', newPassword, { audience });
    expect((await fetch(`${web}/admin/users`, bearer(other.accessToken))).status).toBe(200);
    await signOut(web, other.cookie);
    const refused = await fetch(`${web}/admin/users`, bearer(other.accessToken));
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'token_revoked' });
  });

  it('writes no password, token or cookie to the log', async () => {
    const logged = signet.logged();
    for (const secret of [signet.password('demo'), signet.password('admin'), newPassword, admin.cookie]) {
      expect(logged).not.toContain(secret);
    }
    expect(logged).not.toContain(admin.accessToken.split('.')[2]);
  });
});

function nodes(workers: number): readonly string[] {
  return Array.from({ length: workers }, (_, index) => `gateway-${index + 1}`);
}

async function ask(url: string, admin: SignedIn): Promise<unknown> {
  const response = await fetch(url, bearer(admin.accessToken));
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
