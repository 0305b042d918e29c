import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import {
  aClient,
  aDeed,
  aNewFamily,
  anAccount,
  anApiKey,
  anEnding,
  aPasskey,
  aRefreshToken,
  aRule,
  aSession,
  aSigningKey,
  aTotp,
} from '@signet/identity/ports/examples';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';

/** A change and its deed are one: what is refused, repeated or lost to another writer is not told of. */
export function deedsContract(name: string, open: Open<Stores>): void {
  const told = async ({ audit }: Stores) =>
    (await audit.read({ limit: 100, order: 'oldest' })).map(({ action }) => action);

  describe(`Deeds: ${name}`, () => {
    it('of accounts and clients are kept where something was changed, once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { accounts, clients } = adapter;
      const account = anAccount();
      const added = aDeed({ action: 'account.added' });
      await Promise.all([1, 2, 3].map(() => accounts.add(account, added).catch(() => 'exists')));
      await accounts.setDisabled(account.id, true, aDeed({ action: 'account.disabled' }));
      await accounts.setDisabled(newId('account'), true, aDeed({ action: 'account.disabled' }));
      const replaced = aDeed({ action: 'account.password_replaced' });
      await accounts.replacePassword(account.id, 'wrong', 'next', replaced);
      await accounts.replacePassword(account.id, account.passwordHash, 'next', replaced);
      const client = aClient();
      await Promise.all([1, 2].map(() => clients.add(client, aDeed({ action: 'client.added' }))));
      const changes = [1, 2].map(() =>
        clients.replace({ ...client, version: 2 }, aDeed({ action: 'client.changed' })),
      );
      await Promise.all(changes);
      expect(await told(adapter)).toEqual([
        'account.added',
        'account.disabled',
        'account.password_replaced',
        'client.added',
        'client.changed',
      ]);
    });

    it('of providers of models are kept where something was changed, once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { modelProviders } = adapter;
      const url = 'https://api.openai.com/v1';
      const provider = { name: 'openai', kind: 'openai', url, setAt: noon, sealed: 'sealed' } as const;
      await modelProviders.set(provider, aDeed({ action: 'model_provider.set' }));
      const removed = aDeed({ action: 'model_provider.removed' });
      await Promise.all([1, 2].map(() => modelProviders.remove('openai', removed)));
      expect(await told(adapter)).toEqual(['model_provider.set', 'model_provider.removed']);
    });

    it('of applied configurations are kept for the one that was', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const entry = { at: noon, by: { kind: 'operator' }, kind: 'applied', changes: [], text: 'x' } as const;
      const append = (number: number) =>
        adapter.configurations.append({ ...entry, number }, 9, aDeed({ action: 'config.applied' }));
      await Promise.all([1, 1, 1].map(append));
      await append(3);
      expect(await told(adapter)).toEqual(['config.applied']);
    });

    it('of sessions are kept with their beginning and their one end', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { sessions, families, revocations } = adapter;
      const session = aSession();
      const first = aNewFamily(session);
      await sessions.open(session, first, aDeed({ action: 'sign_in.succeeded' }));
      const reuse = aRule({
        ending: anEnding({ reason: 'refresh_token_reused', deed: aDeed({ action: 'refresh.reused' }) }),
      });
      await families.rotate(first.first.hash, aRefreshToken(first.family), reuse);
      const late = { ...reuse, now: noon + 3_600_000 };
      await families.rotate(first.first.hash, aRefreshToken(first.family), late);
      await families.rotate(first.first.hash, aRefreshToken(first.family), late);
      await sessions.end(session.id, anEnding({ deed: aDeed({ action: 'session.ended' }) }));
      await sessions.end(newId('session'), anEnding({ deed: aDeed({ action: 'session.ended' }) }));
      const target = { kind: 'token', issuer: 'https://issuer.example', jti: 'jti' } as const;
      const entry = { target, reason: 'administrator', revokedAt: noon, forgetAfter: noon } as const;
      await revocations.append(entry, aDeed({ action: 'revocation.added' }));
      expect(await told(adapter)).toEqual(['sign_in.succeeded', 'refresh.reused', 'revocation.added']);
    });

    it('of second factors are kept where something was changed, once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { secondFactors } = adapter;
      const totp = aTotp();
      const { accountId: id } = totp;
      const added = aDeed({ action: 'account.factor_added' });
      await Promise.all([1, 2].map(() => secondFactors.add(totp, ['a'], added)));
      const used = aDeed({ action: 'account.recovery_code_used' });
      await Promise.all([1, 2].map(() => secondFactors.useCode(id, 'a', used)));
      const replaced = aDeed({ action: 'account.recovery_codes_replaced' });
      await secondFactors.replaceCodes(id, ['b'], replaced);
      const removed = aDeed({ action: 'account.factor_removed' });
      for (const one of [id, id]) await secondFactors.remove(one, removed);
      expect(await told(adapter)).toEqual([
        'account.factor_added',
        'account.recovery_code_used',
        'account.recovery_codes_replaced',
        'account.factor_removed',
      ]);
    });

    it('of passkeys are kept where something was changed, once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { passkeys } = adapter;
      const passkey = aPasskey();
      const { accountId, id } = passkey;
      const added = aDeed({ action: 'account.factor_added' });
      await Promise.all([1, 2].map(() => passkeys.add({ ...passkey, id: newId('passkey') }, 5, added)));
      await passkeys.add(aPasskey({ accountId }), 1, added);
      await passkeys.add(aPasskey({ accountId, id }), 5, added);
      const removed = aDeed({ action: 'account.factor_removed' });
      for (const one of [id, id]) await passkeys.remove(accountId, one, removed);
      for (const one of [accountId, accountId]) await passkeys.removeAll(one, removed);
      expect(await told(adapter)).toEqual([
        'account.factor_added',
        'account.factor_added',
        'account.factor_removed',
        'account.factor_removed',
      ]);
    });

    it('of API keys are kept where something was changed, once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { apiKeys } = adapter;
      const [key, next] = [anApiKey(), anApiKey()];
      await apiKeys.add(key, aDeed({ action: 'api_key.made' }));
      await apiKeys.succeed(key.id, noon + 9, next, aDeed({ action: 'api_key.rotated' }));
      const revoked = aDeed({ action: 'api_key.revoked' });
      for (const id of [key.id, key.id, newId('apiKey')]) await apiKeys.revoke(id, noon, revoked);
      await apiKeys.succeed(key.id, noon + 9, anApiKey(), aDeed({ action: 'api_key.rotated' }));
      expect(await told(adapter)).toEqual(['api_key.made', 'api_key.rotated', 'api_key.revoked']);
    });

    it('of keys are kept for the node that took the step, and for no other', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { signingKeys } = adapter;
      const active = aSigningKey();
      await signingKeys.addFirst(active);
      const next = aSigningKey({ state: 'next' });
      const published = aDeed({ action: 'key.published' });
      await Promise.all(
        [next, aSigningKey({ state: 'next' })].map((key) => signingKeys.addNext(key, undefined, published)),
      );
      const chosen = (await signingKeys.list()).find(({ state }) => state === 'next') ?? next;
      const change = { at: noon + 1, publishedUntil: noon + 9 };
      const activated = aDeed({ action: 'key.activated' });
      await Promise.all([1, 2].map(() => signingKeys.activate(chosen.id, change, activated)));
      const retired = aDeed({ action: 'key.retired' });
      for (const id of [active.id, active.id, chosen.id]) await signingKeys.retire(id, noon + 2, retired);
      const resealed = aDeed({ action: 'keys.resealed' });
      const seal = { id: active.id, before: active.sealedPrivateJwk, after: 'new' };
      for (const seals of [[seal], [seal]]) await signingKeys.reseal(seals, resealed);
      expect(await told(adapter)).toEqual(['key.published', 'key.activated', 'key.retired', 'keys.resealed']);
    });
  });
}
