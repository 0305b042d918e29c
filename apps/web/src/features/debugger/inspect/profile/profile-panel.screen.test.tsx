import { describe, expect, it } from 'vitest';
import { accessClaims } from '../../../../../testing/claims.ts';
import { looks } from '../../../../../testing/looks.ts';
import { type Place, screen } from '../../../../../testing/place.ts';
import { halfHash, makeSigner, sha256 } from '../../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste, type Workbench } from '../../../../../testing/workbench.tsx';

interface Desk extends Workbench {
  readonly profile: Place;
  readonly says: (text: string) => Promise<void>;
}

async function inspect(bench: Workbench, token: string): Promise<Desk> {
  await paste(bench.token, token);
  const profile = screen.getByRole('region', { name: 'Profile' });
  const says = (text: string): Promise<void> => profile.getByText(text).first().waitFor();
  return { ...bench, profile, says };
}

async function tell(desk: Desk, label: string, text: string): Promise<void> {
  await desk.profile.getByLabel(label).fill(text);
}

/** A proof for one request, and the access token that it goes with. */
async function proven(
  claims: Readonly<Record<string, unknown>> = {},
): Promise<Record<'proof' | 'token' | 'thumbprint', string>> {
  const [issuer, client] = [await makeSigner(), await makeSigner()];
  const cnf = { jkt: client.thumbprint };
  const token = await issuer.sign({ typ: 'at+jwt' }, { ...accessClaims(), cnf });
  const iat = Math.floor(Date.now() / 1000);
  const request = {
    htm: 'GET',
    htu: 'https://api.example/orders',
    iat,
    jti: 'p_1',
    ath: await sha256(token),
  };
  const proof = await client.sign({ typ: 'dpop+jwt', jwk: client.jwk }, { ...request, ...claims });
  return { proof, token, thumbprint: client.thumbprint };
}

async function giveRequest(desk: Desk, token: string, method = 'GET'): Promise<void> {
  await tell(desk, 'Method of the request', method);
  await tell(desk, 'Address of the request', 'https://api.example/orders?page=2');
  await tell(desk, 'Access token it came with', token);
}

describe('Profile checks in the debugger', () => {
  it('recognises an ID token, and holds it against what the reader knows', async () => {
    const accessToken = 'an-opaque-access-token';
    const claims = { ...accessClaims(), aud: 'shop', nonce: 'n-1', at_hash: await halfHash(accessToken) };
    const desk = await inspect(
      await openWorkbench(),
      await (await makeSigner()).sign({ typ: 'JWT' }, claims),
    );
    await desk.says('An ID token, by its own account.');
    await desk.says('Nothing speaks against the rules of an ID token.');
    await desk.says('Not checked, as it is not given below: Issuer, Client, Nonce');
    await tell(desk, 'Nonce', 'n-2');
    await desk.says('nonce is n-1; n-2 is expected.');
    await desk.says('OpenID Connect Core 1.0 §3.1.3.7 (11)');
    await tell(desk, 'Access token it came with', 'another');
    await desk.says('2 things speak against the rules of an ID token.');
    await tell(desk, 'Nonce', 'n-1');
    await tell(desk, 'Access token it came with', ` ${accessToken} `);
    await desk.says('Nothing speaks against the rules of an ID token.');
    expect(await desk.findings.textContent()).not.toContain('nonce');
  });

  it('lets the reader choose another profile than the one recognised', async () => {
    const { client_id: _left, ...claims } = accessClaims() as Record<string, unknown>;
    const token = await (await makeSigner()).sign({ typ: 'at+jwt' }, claims);
    const desk = await inspect(await openWorkbench(), token);
    await desk.says('An access token needs client_id; there is none.');
    const choice = desk.profile.getByLabel('Hold it against');
    expect(await choice.inputValue()).toBe('access-token');
    await choice.selectOption('logout-token');
    await desk.says('A logout token needs events; there is none.');
    await choice.selectOption({ label: 'No profile' });
    await desk.says('Choose a profile to hold it against.');
  });

  it('ties a DPoP proof to its request, its own key and the access token', async () => {
    const { proof, token, thumbprint } = await proven();
    const desk = await inspect(await openWorkbench(), proof);
    await desk.says('A DPoP proof, by its own account.');
    await desk.says('The signature matches the key inside the proof');
    await desk.says(thumbprint);
    expect(await desk.word.textContent()).toBe('Unknown');
    await screen.getByRole('button', { name: 'Name the request' }).click();
    expect(document.activeElement).toBe(await desk.profile.getByLabel('Method of the request').element());
    await giveRequest(desk, token);
    await desk.says('The access token is bound to this key');
    await desk.says('Nothing speaks against the rules of a DPoP proof.');
    await desk.verified.waitFor();
    await tell(desk, 'Method of the request', 'POST');
    await desk.says('htm is GET; POST is expected.');
    await desk.refused.getByText('htm is GET; POST is expected.').first().waitFor();
  });

  it('finds an access token of somebody else, and a proof by somebody without its key', async () => {
    const [mine, other] = [await proven(), await proven()];
    const desk = await inspect(await openWorkbench(), mine.proof);
    await giveRequest(desk, other.token);
    await desk.says('ath is not the hash of the access token that was given.');
    await desk.says(`the proof is made with ${mine.thumbprint}`);
    const [header, claims] = mine.proof.split('.');
    await paste(desk.token, `${header}.${claims}.${other.proof.split('.')[2]}`);
    await desk.says('The signature does not match the key inside the proof.');
  });

  it.each(looks)('has no axe violations at $name, and fits', async (look) => {
    const { proof, token } = await proven({ htm: 'DELETE' });
    const desk = await inspect(await openWorkbench(look), proof);
    await giveRequest(desk, token);
    await desk.says('The access token is bound to this key');
    await desk.says('htm is DELETE');
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });
});
