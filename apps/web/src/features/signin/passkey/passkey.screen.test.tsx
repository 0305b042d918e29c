import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const goesOn = { redirectTo: 'https://login.example/oauth/authorize/u1' };
const shown = { id: 'AAAA', response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' } };

/** What the browser answers in turn, nothing where the person leaves; it offers nothing in fields. */
let answers: (typeof shown | undefined)[] = [];
let kept: { readonly get: CredentialsContainer['get']; readonly address: string };
beforeEach(() => {
  kept = { get: navigator.credentials.get.bind(navigator.credentials), address: location.href };
  PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  navigator.credentials.get = async () => {
    const given = answers.shift();
    if (given === undefined) throw new DOMException('The person left.', 'NotAllowedError');
    const credential = Object.create(PublicKeyCredential.prototype);
    return Object.defineProperty(credential, 'toJSON', { value: () => given });
  };
});
afterEach(() => {
  navigator.credentials.get = kept.get;
  history.replaceState(null, '', kept.address);
});

const challenge = { challenge: 'AAAA', rpId: 'login.example', timeout: 1000, userVerification: 'required' };

function serving(variant: 'passkey' | 'either'): Play {
  return ({ method, path, body }) => {
    if (path === '/auth/login/passkey/challenge') return answer(challenge);
    if (path === '/auth/login/passkey') return answer(signedIn);
    if (path !== '/auth/login') return answer(method === 'GET' ? interaction() : goesOn);
    const { passkey } = body as { readonly passkey?: object };
    return passkey === undefined ? refuse(refusal(`second_factor_required.${variant}`)) : answer(signedIn);
  };
}

const button = (name: string) => screen.getByRole('button', { name, exact: true });

async function open(variant: 'passkey' | 'either' = 'passkey', look?: (typeof looks)[number]) {
  return openHosted('/signin/u1', serving(variant), look, { registration: false, passkeys: true });
}

async function showPassword(): Promise<void> {
  await screen.getByRole('textbox', { name: 'Username' }).fill('ada');
  await screen.getByLabel('Password', { exact: true }).fill('otter lamp gravel');
  await button('Sign in').click();
}

describe('Signing in with a passkey', () => {
  it('needs neither name nor password, and goes on to the app', async () => {
    answers = [shown];
    const { asked, left } = await open();
    await button('Sign in with a passkey').click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    const sent = asked.find(({ path }) => path === '/auth/login/passkey');
    expect(sent?.body).toMatchObject({ passkey: shown });
    expect(asked.map(({ path }) => path)).toContain('/auth/login/passkey/challenge');
  });

  it('says when the person left, and lets them try again', async () => {
    answers = [undefined, shown];
    const { left } = await open();
    await button('Sign in with a passkey').click();
    await screen.getByText('No passkey was used.').waitFor();
    await button('Sign in with a passkey').click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
  });

  it('stands beside the password of who has no app, with a recovery code for when it is lost', async () => {
    answers = [shown];
    const { asked, left } = await open('passkey');
    await showPassword();
    await screen.getByText('ada has a passkey.').waitFor();
    await button('Use a recovery code').click();
    await screen.getByLabel('Recovery code').waitFor();
    expect(await button('Use the authenticator app').count()).toBe(0);
    await button('Use a passkey').click();
    await button('Use your passkey').click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    const last = asked.filter(({ path }) => path === '/auth/login').at(-1);
    expect(last?.body).toMatchObject({ username: 'ada', passkey: shown });
  });

  it('is one of three ways of who has an app too', async () => {
    answers = [shown];
    const { left } = await open('either');
    await showPassword();
    await screen.getByLabel('Code of the app').waitFor();
    await button('Use a passkey').click();
    await button('Use the authenticator app').waitFor();
    await button('Use your passkey').click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
  });

  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    answers = [undefined];
    await open('passkey', look);
    await button('Sign in with a passkey').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await showPassword();
    await button('Use your passkey').click();
    await screen.getByText('No passkey was used.').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
