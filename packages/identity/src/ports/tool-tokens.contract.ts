import { type AccountId, newId } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { AccountStore } from './accounts.ts';
import { anAccount } from './examples.ts';
import type { ToolToken, ToolTokenStore } from './tool-tokens.ts';

interface Adapters {
  readonly toolTokens: ToolTokenStore;
  readonly accounts: AccountStore;
}

/** What every ToolTokenStore does. */
export function toolTokenStoreContract(name: string, open: Open<Adapters>): void {
  async function opened() {
    const { adapter, ...rest } = await open();
    const ids: AccountId[] = [];
    for (const username of ['ada', 'bob']) {
      const account = anAccount({ username });
      await adapter.accounts.add(account);
      ids.push(account.id);
    }
    const [ada, bob] = ids as [AccountId, AccountId];
    const token = (changed: Partial<ToolToken> = {}): ToolToken => ({
      ...{ accountId: ada, server: 'files', givenAt: Date.UTC(2026, 10, 30), sealed: 'sealed once' },
      ...changed,
    });
    return { ...adapter, ada, bob, token, [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose]() };
  }

  describe(`ToolTokenStore: ${name}`, () => {
    it('keeps one for each person and server, the newest of each, and tells nobody else’s', async () => {
      await using test = await opened();
      const { toolTokens, ada, bob, token } = test;
      expect(await toolTokens.find(ada, 'files')).toBeUndefined();
      const others = [token({ server: 'b-2' }), token({ server: 'b10' }), token({ accountId: bob })];
      for (const each of [token(), ...others]) expect(await toolTokens.give(each)).toBe(true);
      const newer = token({ sealed: 'sealed again', givenAt: token().givenAt + 1 });
      expect(await toolTokens.give(newer)).toBe(true);
      expect(await toolTokens.find(ada, 'files')).toEqual(newer);
      expect(await toolTokens.of(ada)).toEqual([token({ server: 'b-2' }), token({ server: 'b10' }), newer]);
      expect(await toolTokens.of(bob)).toEqual([token({ accountId: bob })]);
      expect(await toolTokens.find(bob, 'b10')).toBeUndefined();
      expect(await toolTokens.find(ada, 'Files')).toBeUndefined();
    });

    it('forgets one once, and nothing else', async () => {
      await using test = await opened();
      const { toolTokens, ada, bob, token } = test;
      const kept = [token({ server: 'mail' }), token({ accountId: bob })] as const;
      for (const each of [token(), ...kept]) await toolTokens.give(each);
      const answers = await Promise.all([1, 2, 3].map(() => toolTokens.remove(ada, 'files')));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect([await toolTokens.of(ada), await toolTokens.of(bob)]).toEqual([[kept[0]], [kept[1]]]);
    });

    it('tells all of everybody, some at a time, and seals anew what is still sealed as it was read', async () => {
      await using test = await opened();
      const { toolTokens, ada, bob, token } = test;
      const all = [token(), token({ server: 'mail' }), token({ accountId: bob }), token({ server: 'a-1' })];
      for (const each of all) await toolTokens.give(each);
      const listed: ToolToken[] = [];
      for (let page = await toolTokens.list(undefined, 3); page.length > 0; ) {
        listed.push(...page);
        page = await toolTokens.list(page.at(-1), 3);
      }
      const places = (tokens: readonly ToolToken[]) =>
        tokens.map(({ accountId, server }) => `${accountId}/${server}`).toSorted();
      expect(places(listed)).toEqual(places(all));
      const place = { accountId: ada, server: 'files' };
      expect(await toolTokens.reseal(place, 'another', 'after')).toBe(false);
      expect(await toolTokens.reseal({ ...place, server: 'Files' }, 'sealed once', 'after')).toBe(false);
      expect(await toolTokens.reseal(place, 'sealed once', 'after')).toBe(true);
      expect(await toolTokens.find(ada, 'files')).toEqual(token({ sealed: 'after' }));
      expect(await toolTokens.find(bob, 'files')).toEqual(token({ accountId: bob }));
    });

    it('keeps nothing of an account that was removed, and takes nothing of it', async () => {
      await using test = await opened();
      const { toolTokens, accounts, ada, bob, token } = test;
      await toolTokens.give(token());
      await toolTokens.give(token({ accountId: bob }));
      await accounts.remove(ada);
      expect(await toolTokens.of(ada)).toEqual([]);
      expect(await toolTokens.give(token())).toBe(false);
      expect(await toolTokens.find(ada, 'files')).toBeUndefined();
      expect(await toolTokens.of(bob)).toHaveLength(1);
      expect(await toolTokens.of(newId('account'))).toEqual([]);
    });
  });
}
