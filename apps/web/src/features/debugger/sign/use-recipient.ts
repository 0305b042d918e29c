import type { WritingAlgorithm } from '@signet/token/jwe';
import { halfOfJwk, type Jwk, publicHalf } from '@signet/token/keys';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearch } from '../../../ui/latest/use-search.ts';
import type { SecretEncoding } from '../keys/key-reading.ts';
import {
  algorithmsForRecipient,
  makeRecipient,
  type Recipient,
  type RecipientChoice,
} from './model/recipient.ts';
import { useKeyReading } from './use-key-reading.ts';

/** Whom the token is encrypted for, and what can be changed about it. */
export interface RecipientState {
  readonly recipient: Recipient;
  /** The public half, to hand to whoever encrypts; absent for secrets. */
  readonly publicJwk?: Jwk;
  readonly jwk?: Jwk;
  readonly isSecret: boolean;
  /** Algorithms that this key can be encrypted for. */
  readonly fitting: readonly WritingAlgorithm[];
  readonly setText: (text: string) => void;
  readonly setEncoding: (encoding: SecretEncoding) => void;
  /** Opens an encrypted PEM file. */
  readonly setPassword: (password: string) => void;
  /** Keeps a key that fits the choice, else makes one. */
  readonly choose: (choice: Partial<RecipientChoice>) => void;
  readonly renew: () => void;
}

const noOne: Recipient = {
  algorithm: 'ECDH-ES+A256KW',
  encryption: 'A256GCM',
  curve: 'P-256',
  text: '',
  encoding: 'utf8',
};

/** Milliseconds that a key must rest before it is tried with each algorithm. */
const pause = 120;

/** The recipient on the desk. The first key is made when it is first needed. */
export function useRecipient(isNeeded: boolean): RecipientState {
  const [recipient, setRecipient] = useState<Recipient>(noOne);
  const make = (choice: RecipientChoice): void => {
    const { algorithm, encryption, curve } = choice;
    const pending: Recipient = { algorithm, encryption, curve, text: '', encoding: 'utf8' };
    setRecipient(pending);
    void makeRecipient({ algorithm, encryption, curve }).then((made) =>
      setRecipient((current) => (current === pending ? made : current)),
    );
  };
  const start = useEffectEvent(() => {
    if (recipient === noOne) make(noOne);
  });
  useEffect(() => {
    if (isNeeded) start();
  }, [isNeeded]);
  const question = useMemo(() => (recipient.text === '' ? undefined : recipient), [recipient]);
  const fitting = useSearch(question, algorithmsForRecipient, pause) ?? [];
  const reading = useKeyReading(recipient, () => undefined);
  const read = reading?.kind === 'key' ? reading.key : undefined;
  return {
    recipient,
    ...halvesOf(read?.jwk),
    isSecret: read?.given.kind === 'secret',
    fitting,
    setText: (text) =>
      setRecipient(({ isLacking: _lacking, password: _password, ...current }) => ({ ...current, text })),
    setEncoding: (encoding) => setRecipient((current) => ({ ...current, encoding })),
    setPassword: (password) => setRecipient((current) => ({ ...current, password })),
    choose: (choice) => {
      const changed = { ...recipient, ...choice };
      void algorithmsForRecipient(changed).then((fits) => {
        const keeps = choice.curve === undefined && fits.includes(changed.algorithm);
        if (keeps) setRecipient((current) => ({ ...current, ...choice }));
        else make(changed);
      });
    },
    renew: () => make(recipient),
  };
}

function halvesOf(jwk: Jwk | undefined): Pick<RecipientState, 'jwk' | 'publicJwk'> {
  if (!jwk) return {};
  return halfOfJwk(jwk) === 'secret' ? { jwk } : { jwk, publicJwk: publicHalf(jwk) };
}
