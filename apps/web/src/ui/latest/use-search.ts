import { useEffect, useEffectEvent, useState } from 'react';

export interface Answered<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

type Ask<Question, Answer> = (question: Question, signal: AbortSignal) => Promise<Answer>;

/**
 * Asks once the question has rested for a moment; a new question calls the old one off. Undefined while
 * there is no answer to this very question. Give the same object for the same question.
 * @param pause milliseconds
 */
export function useSearch<Question extends object, Answer>(
  question: Question | undefined,
  ask: Ask<Question, Answer>,
  pause: number,
): Answer | undefined {
  const last = useLastAnswer(question, ask, pause);
  return last && last.question === question ? last.answer : undefined;
}

/** As `useSearch`, but with the answer to the question before as long as there is none to this one. */
export function useLastAnswer<Question extends object, Answer>(
  question: Question | undefined,
  ask: Ask<Question, Answer>,
  pause: number,
): Answered<Question, Answer> | undefined {
  const [last, setLast] = useState<Answered<Question, Answer>>();
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (!question) return undefined;
    let search: AbortController | undefined;
    const timer = setTimeout(() => {
      const asked = new AbortController();
      search = asked;
      void askNow(question, asked.signal).then((answer) => {
        search = undefined;
        if (!asked.signal.aborted) setLast({ question, answer });
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      search?.abort();
    };
  }, [question, pause]);
  return last;
}
