import type { Jwk } from '@signet/token/keys';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SecretEncoding } from '../keys/key-reading.ts';
import {
  algorithmsFor,
  type DraftAlgorithm,
  type DraftKey,
  makeDraftKey,
  publicJwkOf,
} from './model/draft-key.ts';
import type { NamedKey } from './model/start-draft.ts';
import { useKeyReading } from './use-key-reading.ts';

/** The key that signs, and what can be done with it. */
export interface SigningKeyState {
  readonly key: DraftKey;
  /** The whole key as JWK: private, or a secret. */
  readonly jwk?: Jwk;
  readonly publicJwk?: Jwk;
  readonly isSecret: boolean;
  /** Algorithms that this key can sign with. */
  readonly fitting: readonly DraftAlgorithm[];
  readonly setText: (text: string) => void;
  readonly setEncoding: (encoding: SecretEncoding) => void;
  /** Opens an encrypted PEM file. */
  readonly setPassword: (password: string) => void;
  /** Keeps a key that fits the algorithm, else makes one. */
  readonly choose: (algorithm: DraftAlgorithm) => void;
  readonly renew: () => void;
}

const noKey: DraftKey = { algorithm: 'ES256', text: '', encoding: 'utf8' };

/**
 * A key is made when it is first needed.
 * @param onKey is told of each key that can be read, so that the header can name it
 */
export function useSigningKey(onKey: (named: NamedKey) => void, isNeeded = true): SigningKeyState {
  const [key, setKey] = useState(noKey);
  const make = (algorithm: DraftAlgorithm): void => {
    const pending: DraftKey = { ...noKey, algorithm };
    setKey(pending);
    void makeDraftKey(algorithm).then((made) => {
      setKey((current) => (current === pending ? made : current));
      if (made.isLacking) onKey({ algorithm });
    });
  };
  const start = useEffectEvent(() => {
    if (key === noKey) make(noKey.algorithm);
  });
  useEffect(() => {
    if (isNeeded) start();
  }, [isNeeded]);
  const reading = useKeyReading(key, (current, read) => {
    if (read.kind === 'refused') return;
    const fitting = algorithmsFor(read.key);
    const [other] = fitting;
    // A pasted key says what it is for; text that is no key may be a secret that is still being typed.
    const isOther = other !== undefined && !fitting.includes(current.algorithm) && !isLooseSecret(read.key);
    if (isOther) return setKey({ ...current, algorithm: other });
    onKey(namedKey(current, read.key));
  });
  const read = reading?.kind === 'key' ? reading.key : undefined;
  const fitting = read ? algorithmsFor(read) : [];
  const named = read && namedKey(key, read);
  return {
    key,
    ...(read?.jwk && { jwk: read.jwk }),
    ...(named?.publicJwk && { publicJwk: named.publicJwk }),
    isSecret: read?.isSecret ?? key.algorithm.startsWith('HS'),
    fitting,
    setText: (text) =>
      setKey(({ kid: _kid, isLacking: _lacking, password: _password, ...current }) => ({ ...current, text })),
    setEncoding: (encoding) => setKey((current) => ({ ...current, encoding })),
    setPassword: (password) => setKey((current) => ({ ...current, password })),
    choose: (algorithm) =>
      fitting.includes(algorithm) ? setKey((current) => ({ ...current, algorithm })) : make(algorithm),
    renew: () => make(key.algorithm),
  };
}

type Read = Parameters<typeof algorithmsFor>[0];

function isLooseSecret({ given }: Read): boolean {
  return given.kind === 'secret';
}

function namedKey(key: DraftKey, read: Read): NamedKey {
  const own = read.jwk?.['kid'];
  const kid = typeof own === 'string' ? own : key.kid;
  const publicJwk = publicJwkOf(read, key.algorithm, kid);
  return { algorithm: key.algorithm, ...(kid !== undefined && { kid }), ...(publicJwk && { publicJwk }) };
}
