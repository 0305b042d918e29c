import type { FromNode, NodeAnswer, NodeQuestion } from './messages.ts';

/** Questions of this node to the control node that it is connected to. */
export interface NodeQuestions {
  /** Rejects where there is none, where it cannot answer now, and where it goes away before it does. */
  ask<Kind extends NodeAnswer['kind']>(
    question: WithoutNumber,
    kind: Kind,
  ): Promise<Extract<NodeAnswer, { kind: Kind }>>;
  /** Gives back the place that this question got. A control node that came after that one knows of none. */
  release(request: number): void;
  answered(answer: NodeAnswer): void;
  connected(send: (message: FromNode) => boolean): void;
  lost(): void;
}

type WithoutNumber = NodeQuestion extends infer Question
  ? Question extends NodeQuestion
    ? Omit<Question, 'request'>
    : never
  : never;

/** So many that nobody can have waited for all of them. */
const mostWaiting = 4096;

export function createNodeQuestions(): NodeQuestions {
  const waiting = new Map<number, PromiseWithResolvers<NodeAnswer>>();
  let send: ((message: FromNode) => boolean) | undefined;
  let last = 0;

  function open(question: WithoutNumber): Promise<NodeAnswer> {
    if (send === undefined) return Promise.reject(new Error('No control node is connected.'));
    if (waiting.size >= mostWaiting) return Promise.reject(new Error('The control node does not keep up.'));
    last += 1;
    const request = last;
    const answer = Promise.withResolvers<NodeAnswer>();
    waiting.set(request, answer);
    if (!send({ ...question, request })) {
      waiting.delete(request);
      return Promise.reject(new Error('The question could not be sent.'));
    }
    return answer.promise;
  }

  return {
    async ask(question, kind) {
      const answer = await open(question);
      if (!isOf(answer, kind)) throw new Error('The control node cannot answer now.');
      return answer;
    },
    release(request) {
      send?.({ kind: 'release', request });
    },
    answered(answer) {
      waiting.get(answer.request)?.resolve(answer);
      waiting.delete(answer.request);
    },
    connected(to) {
      send = to;
    },
    lost() {
      send = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The control node has gone.'));
      waiting.clear();
    },
  };
}

function isOf<Kind extends NodeAnswer['kind']>(
  answer: NodeAnswer,
  kind: Kind,
): answer is Extract<NodeAnswer, { kind: Kind }> {
  return answer.kind === kind;
}
