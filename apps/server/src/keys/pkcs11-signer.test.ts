import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pkcs11Algorithms, readConfiguration } from '@signet/contracts';
import { keySignerContract } from '@signet/identity/ports/contracts';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReadSecret } from '../secrets/read-secret.ts';
import { openSigner } from './open-signer.ts';
import { createPkcs11Signer } from './pkcs11-signer.ts';
import { openSoftToken, type SoftToken, softTokenNeeds } from './testing/soft-token.ts';

const labels = { ES256: 'es', ES384: 'es384', RS256: 'rs', PS256: 'ps' };
const never = new AbortController().signal;

interface Other {
  readonly pin?: string;
  readonly tokenLabel?: string;
  readonly module?: string;
  readonly keys?: object;
  readonly program?: string;
}

function signerAt(token: SoftToken, other: Other = {}) {
  const { module, tokenLabel, pin, folder } = { ...token, ...other };
  const program = other.program === undefined ? {} : { program: other.program };
  return createPkcs11Signer({ module, tokenLabel, keys: other.keys ?? labels }, { pin, folder, ...program });
}

describeWithPrograms(softTokenNeeds, 'keys on a token of PKCS#11', () => {
  keySignerContract(
    'createPkcs11Signer',
    async () => {
      const token = openSoftToken();
      return { adapter: signerAt(token), [Symbol.asyncDispose]: async () => token[Symbol.dispose]() };
    },
    pkcs11Algorithms,
  );

  let token: SoftToken;
  beforeEach(() => {
    token = openSoftToken();
  });
  afterEach(() => token[Symbol.dispose]());

  it('are made there by the label of the configuration, and cannot be taken from there', async () => {
    const pinFile = join(token.folder, 'pin');
    writeFileSync(pinFile, `${token.pin}\n`, { mode: 0o600 });
    const pkcs11 = {
      module: token.module,
      tokenLabel: token.tokenLabel,
      pin: `file:${pinFile}`,
      keys: labels,
    };
    const reading = readConfiguration(JSON.stringify({ identity: { keys: { signer: { pkcs11 } } } }), {
      fileName: 'signet.yaml',
    });
    if (!reading.ok) return expect.fail(JSON.stringify(reading.problems));
    const { identity, secrets } = reading.configuration;
    const places = { variable: () => undefined, folder: token.folder };
    const readSecret = createReadSecret(places, secrets);
    const signer = await openSigner(identity.keys.signer, { places, secrets, readSecret });
    const [id] = (await signer?.make('ES256'))?.handle.split(':') ?? [];
    const shown = token.tool('--list-objects', '--type=privkey');
    expect(shown).toMatch(/label: +es$/m);
    expect(shown).toContain(String(id));
    expect(shown).toMatch(/Access: +sensitive, always sensitive, never extractable, local/);
  });

  it('sign after a restart, for nobody once another key has their id', async () => {
    const made = await signerAt(token).make('ES256');
    const [id] = made.handle.split(':');
    const again = signerAt(token);
    expect(await again.sign(made, randomBytes(2_000), never)).toHaveLength(64);
    for (const type of ['privkey', 'pubkey']) token.tool('--delete-object', `--type=${type}`, `--id=${id}`);
    await expect(again.sign(made, randomBytes(40), never)).rejects.toThrow('it has no such key');
    token.tool('--keypairgen', '--key-type=EC:prime256v1', '--label=es', `--id=${id}`);
    await expect(signerAt(token).sign(made, randomBytes(40), never)).rejects.toThrow('another key');
  });

  it('are asked for with a wrong PIN once, however many ask, so that the token does not lock itself', async () => {
    const made = await signerAt(token).make('ES256');
    const counting = join(token.folder, 'counting');
    writeFileSync(counting, '#!/bin/sh\necho x >> asked\nexec pkcs11-tool "$@"\n', { mode: 0o700 });
    const pin = 'not-the-pin-of-it';
    const wrong = signerAt(token, { pin, program: counting });
    const ask = () => wrong.sign(made, randomBytes(40), never).catch((error: unknown) => error);
    const faults = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
    faults.push(await ask());
    for (const fault of faults) {
      expect(String(fault)).toContain('CKR_PIN_INCORRECT');
      expect(String(fault) + JSON.stringify(fault)).not.toContain(pin);
    }
    expect(readFileSync(join(token.folder, 'asked'), 'utf8')).toBe('x\n');
    expect(await signerAt(token).sign(made, randomBytes(40), never)).toHaveLength(64);
  });

  it('have labels that nobody reads as options or commands', async () => {
    const label = '--so-pin=1 `touch owned`; $(touch owned) "\'';
    await signerAt(token, { keys: { ES256: label } }).make('ES256');
    expect(token.tool('--list-objects', '--type=privkey')).toContain(label);
    await expect(signerAt(token, { tokenLabel: '--init-token' }).make('ES256')).rejects.toThrow(
      'none of this label',
    );
    await expect(signerAt(token, { keys: { ES256: 'a\0b' } }).make('ES256')).rejects.toThrow('zero byte');
    expect(existsSync(join(token.folder, 'owned'))).toBe(false);
  });

  it('are not made without a label for the algorithm, nor where the module is none', async () => {
    await expect(signerAt(token, { keys: { ES256: 'es' } }).make('RS256')).rejects.toThrow(
      'no key for RS256',
    );
    await expect(signerAt(token).make('EdDSA')).rejects.toThrow('no key for EdDSA');
    await expect(signerAt(token, { module: '/nowhere.so' }).make('ES256')).rejects.toThrow(
      'cannot be loaded',
    );
  });

  it('are reached by no word that leads elsewhere', async () => {
    const absent = signerAt(token, { program: join(token.folder, 'never-asked') });
    for (const handle of [
      'es:1',
      '--login:x',
      '00',
      `${'0'.repeat(32)}:../x`,
      `${'0'.repeat(31)}g:${'A'.repeat(43)}`,
    ]) {
      await expect(absent.sign({ handle, algorithm: 'ES256' }, randomBytes(4), never)).rejects.toThrow(
        'not of this token',
      );
    }
  });
});
