import { readConfiguration, secretsIn } from '@signet/contracts';
import { expect, it } from 'vitest';
import { judgeSecret } from './judge-secret.ts';

const hash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'b'.repeat(43)}`;

function neededByMachine() {
  const text = 'version: 1\nmachines: { billing: { passwordHash: "file:./billing.hash" } }\n';
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  const [needed] = reading.ok ? secretsIn(reading.configuration) : [];
  if (needed === undefined) throw new TypeError('No secret is needed');
  return needed;
}

it('takes the hash of a machine, with the end of its line', () => {
  expect(neededByMachine().key).toBe('machines.billing.passwordHash');
  for (const text of [hash, `${hash}\n`]) expect(() => judgeSecret(neededByMachine(), text)).not.toThrow();
});

it.each([
  ['the password itself', 'otter lamp gravel and so on'],
  ['a hash that takes another time than others', hash.replace('m=19456', 'm=64')],
  ['nothing', ''],
])('takes no other text in its place, and tells nothing of it: %s', (_, text) => {
  const judging = () => judgeSecret(neededByMachine(), text);
  expect(judging).toThrow(expect.objectContaining({ code: 'secret_unreadable' }));
  expect(judging).toThrow(expect.not.objectContaining({ message: expect.stringContaining('otter') }));
});
