import { type IssuingAlgorithm, issuingAlgorithms } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { importVerificationKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { verifySignature } from '@signet/token/verify';
import { describe, expect, it } from 'vitest';
import type { KeySigner } from './key-signer.ts';

const never = new AbortController().signal;

/** What every place for keys does, for the algorithms that it has a place for. */
export function keySignerContract(
  name: string,
  open: Open<KeySigner>,
  algorithms: readonly IssuingAlgorithm[] = issuingAlgorithms,
): void {
  describe(`${name} as a signer`, () => {
    it.each(algorithms)(
      'makes keys for %s, and signs so that the public half verifies',
      async (algorithm) => {
        await using opened = await open();
        const made = await opened.adapter.make(algorithm);
        expect(JSON.stringify(made.publicJwk)).not.toMatch(/"(?:d|p|q|dp|dq|qi|k)":/);
        const read = await importVerificationKey({ from: 'jwk', jwk: { ...made.publicJwk } }, algorithm);
        if (read.kind === 'refused') return expect.fail(read.refusal.sentence);
        const token = await signToken(
          { sub: 'ada' },
          { key: { algorithm, sign: (input) => opened.adapter.sign(made, input, never) } },
        );
        expect(await verifySignature(token, { keys: [read.key] })).toMatchObject({ verdict: 'verified' });
      },
    );

    it('has a key of its own for each that is made, and signs with the one that is named', async () => {
      await using opened = await open();
      const [first, second] = [await opened.adapter.make('ES256'), await opened.adapter.make('ES256')];
      expect(first.publicJwk['x']).not.toBe(second.publicJwk['x']);
      const read = await importVerificationKey({ from: 'jwk', jwk: { ...first.publicJwk } }, 'ES256');
      if (read.kind === 'refused') return expect.fail(read.refusal.sentence);
      const signed = (key: typeof first) =>
        signToken(
          {},
          { key: { algorithm: 'ES256', sign: (input) => opened.adapter.sign(key, input, never) } },
        );
      expect(await verifySignature(await signed(first), { keys: [read.key] })).toMatchObject({
        verdict: 'verified',
      });
      expect(await verifySignature(await signed(second), { keys: [read.key] })).toMatchObject({
        verdict: 'refused',
      });
    });

    it('rejects for a key that it does not have', async () => {
      await using opened = await open();
      const key = { handle: 'of-nobody', algorithm: 'ES256' } as const;
      await expect(opened.adapter.sign(key, new Uint8Array(3), never)).rejects.toThrow(Error);
    });
  });
}
