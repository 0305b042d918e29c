import { verifySignature } from '@signet/token';
import { useEffect, useState } from 'react';
import { headerMember, mostCharacters } from './model/dissect.ts';
import { type GivenKey, giveKey } from './model/give-key.ts';
import type { Dissection } from './model/inspection.ts';
import { noKey, type SecretEncoding } from './model/key-reading.ts';
import { notChecked, type SignatureCheck } from './model/signature-check.ts';

interface Question {
  readonly dissection: Dissection;
  readonly key: string;
  readonly encoding: SecretEncoding;
}

interface Answer {
  readonly given: GivenKey;
  readonly check: SignatureCheck;
}

const unanswered: Answer = {
  given: { reading: noKey, keys: [], isAlone: false, findings: [] },
  check: notChecked,
};

async function ask({ dissection, key: text, encoding }: Question): Promise<Answer> {
  const given = await giveKey(text, encoding, {
    alg: headerMember(dissection, 'alg'),
    kid: headerMember(dissection, 'kid'),
  });
  if (dissection.parsed.kind === 'empty') return { given, check: notChecked };
  const verdict = await verifySignature(dissection.parsed.token, {
    keys: given.keys,
    maxBytes: mostCharacters,
  });
  if (verdict.verdict === 'refused') {
    // Without any key, "no key matches" says only that none was given.
    const waits = given.keys.length === 0 && verdict.refusal.code === 'key_unknown';
    return { given, check: waits ? notChecked : { kind: 'refused', refusal: verdict.refusal } };
  }
  const { key } = verdict.token;
  const { algorithm } = key;
  const kid = given.isAlone ? given.ownName : key.kid;
  return { given, check: { kind: 'matches', algorithm, key, ...(kid === undefined ? {} : { kid }) } };
}

/**
 * Checks the signature whenever token or key change. An answer is shown only for the very question it was
 * given to: while a new one is open, nothing is known.
 */
export function useVerification(dissection: Dissection, key: string, encoding: SecretEncoding): Answer {
  const [last, setLast] = useState<(Question & Answer) | undefined>();
  useEffect(() => {
    let wanted = true;
    const question = { dissection, key, encoding };
    void ask(question).then((answer) => {
      if (wanted) setLast({ ...question, ...answer });
    });
    return () => {
      wanted = false;
    };
  }, [dissection, key, encoding]);
  const current = last?.dissection === dissection && last.key === key && last.encoding === encoding;
  return last && current ? last : unanswered;
}
