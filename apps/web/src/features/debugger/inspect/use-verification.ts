import { useEffect, useState } from 'react';
import { nothingGiven } from '../keys/key-reading.ts';
import { fetchCheck } from './fetch-parts.ts';
import type { Checked, CheckQuestion } from './model/check.ts';
import { notChecked } from './model/signature-check.ts';

const nothingAsked: Checked = { given: nothingGiven, check: notChecked };
const unanswered: Checked = { given: nothingGiven, check: { kind: 'not-checked', waitsFor: 'answer' } };

async function ask(question: CheckQuestion): Promise<Checked> {
  // Nothing to check needs no code to check it: the first look is not to wait for that.
  if (question.dissection.parsed.kind === 'empty' && question.key === '') return nothingAsked;
  const { checkToken } = await fetchCheck();
  return checkToken(question);
}

/**
 * Checks the token whenever it or the key changes. An answer is shown only for the very question it was given to:
 * while a new one is open, nothing is known.
 */
export function useVerification({ dissection, key, encoding, password, payload }: CheckQuestion): Checked {
  const [last, setLast] = useState<{ readonly question: CheckQuestion; readonly answer: Checked }>();
  useEffect(() => {
    let wanted = true;
    const question = { dissection, key, encoding, password, payload };
    void ask(question).then((answer) => {
      if (wanted) setLast({ question, answer });
    });
    return () => {
      wanted = false;
    };
  }, [dissection, key, encoding, password, payload]);
  const asked = last?.question;
  const isCurrent =
    asked?.dissection === dissection &&
    asked.key === key &&
    asked.encoding === encoding &&
    asked.password === password &&
    asked.payload === payload;
  if (last && isCurrent) return last.answer;
  return key === '' ? nothingAsked : unanswered;
}
