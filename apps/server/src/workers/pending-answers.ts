/** Questions that wait for an answer over a channel. */
export interface PendingAnswers<Answer> {
  /** Registers a question; `ask` gets its number. Rejects when the other side is gone before it answers. */
  open(ask: (request: number) => void): Promise<Answer>;
  settle(request: number, answer: Answer): void;
  abandon(reason: Error): void;
}

export function createPendingAnswers<Answer>(): PendingAnswers<Answer> {
  const pending = new Map<number, PromiseWithResolvers<Answer>>();
  let last = 0;
  return {
    open(ask) {
      last += 1;
      const question = Promise.withResolvers<Answer>();
      pending.set(last, question);
      ask(last);
      return question.promise;
    },
    settle(request, answer) {
      pending.get(request)?.resolve(answer);
      pending.delete(request);
    },
    abandon(reason) {
      for (const question of pending.values()) question.reject(reason);
      pending.clear();
    },
  };
}
