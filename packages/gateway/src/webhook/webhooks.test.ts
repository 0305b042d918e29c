import { expect, it } from 'vitest';
import { compileCheck } from './compile-check.ts';
import { Webhooks } from './webhooks.ts';

const url = 'https://policy.example/ask';

function checkAt(address: string) {
  const check = compileCheck({ url: address, timeout: 500, send: { headers: [], claims: [] }, adds: [] });
  if (check === undefined) throw new TypeError('There is a check');
  return check;
}

it('asks so many questions at once, and leaves other addresses their turn', async () => {
  const silent = Promise.withResolvers<{ kind: 'answer'; status: number; text: string }>();
  let asked = 0;
  const webhooks = new Webhooks({
    ask: () => {
      asked += 1;
      return silent.promise;
    },
  });
  const many = Array.from({ length: 70 }, () => webhooks.ask(checkAt(url), '{}'));
  const other = webhooks.ask(checkAt('https://other.example'), '{}');
  expect(asked).toBe(65);
  silent.resolve({ kind: 'answer', status: 200, text: '{"allow":true}' });
  const kinds = (await Promise.all(many)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(6);
  expect(kinds.filter((kind) => kind === 'allowed')).toHaveLength(64);
  expect(await other).toEqual({ kind: 'allowed', headers: [] });
  // Given back: there is room again.
  expect(await webhooks.ask(checkAt(url), '{}')).toMatchObject({ kind: 'allowed' });
});
