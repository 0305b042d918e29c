import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign as signBytes } from 'node:crypto';
import type {
  BegunPasskey,
  PasskeyAssertion,
  PasskeyChallengeAnswer,
  PasskeyCreation,
} from '@signet/contracts';
import { issuer } from '../../testing/identity-under-test.ts';

/** What an authenticator or a browser does otherwise than it should. */
export interface Misdeed {
  readonly origin?: string;
  readonly rpId?: string;
  readonly crossOrigin?: boolean;
  readonly type?: string;
  /** Did not check the person. */
  readonly unverified?: true;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly backupEligible?: boolean;
  /** Of the key as the authenticator names it. */
  readonly alg?: number;
  readonly fmt?: string;
  /** In CBOR, as hex. */
  readonly attStmt?: string;
}

/** A passkey with its private key, as an authenticator keeps it (WebAuthn Level 3 §6). ES256. */
export interface SoftPasskey {
  readonly id: string;
  create(options: BegunPasskey, misdeed?: Misdeed): PasskeyCreation;
  get(options: PasskeyChallengeAnswer, misdeed?: Misdeed): PasskeyAssertion;
}

export interface SoftPasskeyOptions {
  readonly isSynced?: boolean;
  /** Counts from here; 0 counts nothing. */
  readonly counter?: number;
}

export function softPasskey({ isSynced = false, counter = 1 }: SoftPasskeyOptions = {}): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(32);
  const id = credential.toString('base64url');
  let count = counter;
  let user = '';

  const authenticatorData = (rpId: string, misdeed: Misdeed, made?: Buffer): Buffer => {
    const verified = misdeed.unverified ? 0 : 0x04;
    const backup = (misdeed.backupEligible ?? isSynced) ? 0x18 : 0;
    const flags = 0x01 | verified | backup | (made === undefined ? 0 : 0x40);
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags, 0);
    tail.writeUInt32BE(misdeed.counter ?? count, 1);
    const rpIdHash = sha256(Buffer.from(misdeed.rpId ?? rpId));
    return Buffer.concat([rpIdHash, tail, made ?? Buffer.alloc(0)]);
  };
  const clientData = (type: string, challenge: string, misdeed: Misdeed): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: misdeed.type ?? type,
        challenge,
        origin: misdeed.origin ?? issuer,
        crossOrigin: misdeed.crossOrigin ?? false,
      }),
    );

  return {
    id,
    create(options, misdeed = {}) {
      if (user === '') user = options.user.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.length);
      const key = coseKey(publicKey, misdeed.alg ?? -7);
      const made = Buffer.concat([Buffer.alloc(16), length, credential, key]);
      const data = authenticatorData(options.rp.id, misdeed, made);
      const attestationObject = Buffer.concat([
        Buffer.from('a3', 'hex'),
        text('fmt'),
        text(misdeed.fmt ?? 'none'),
        text('attStmt'),
        Buffer.from(misdeed.attStmt ?? 'a0', 'hex'),
        text('authData'),
        bytes(data),
      ]);
      const client = clientData('webauthn.create', options.challenge, misdeed);
      return {
        id,
        response: {
          clientDataJSON: client.toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get({ challenge, rpId }, misdeed = {}) {
      if (count > 0) count += 1;
      const data = authenticatorData(rpId, misdeed);
      const client = clientData('webauthn.get', challenge, misdeed);
      return {
        id,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signed(Buffer.concat([data, sha256(client)]), privateKey),
          userHandle: misdeed.userHandle ?? (user === '' ? null : user),
        },
      };
    },
  };
}

function signed(data: Buffer, key: KeyObject): string {
  return signBytes('sha256', data, key).toString('base64url');
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** `{1: 2, 3: alg, -1: 1, -2: x, -3: y}` (RFC 9053 §7.1.1), in CBOR. */
function coseKey(key: KeyObject, alg: number): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = (part: string) => Buffer.concat([Buffer.from('5820', 'hex'), Buffer.from(part, 'base64url')]);
  return Buffer.concat([
    Buffer.from('a5010203', 'hex'),
    negative(alg),
    Buffer.from('200121', 'hex'),
    point(x),
    Buffer.from('22', 'hex'),
    point(y),
  ]);
}

/** RFC 8949 §3.1, major type 1; one or three bytes. */
function negative(value: number): Buffer {
  const rest = -1 - value;
  if (rest < 24) return Buffer.from([0x20 | rest]);
  return rest < 256 ? Buffer.from([0x38, rest]) : Buffer.from([0x39, rest >> 8, rest & 255]);
}

function text(value: string): Buffer {
  const data = Buffer.from(value);
  return Buffer.concat([Buffer.from([0x60 | data.length]), data]);
}

function bytes(data: Buffer): Buffer {
  const head = Buffer.from([0x59, data.length >> 8, data.length & 255]);
  return Buffer.concat([head, data]);
}
