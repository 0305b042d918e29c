import { type Loss, Losses, type Protocol, type ProviderProtocol } from '@signet/ai';
import { refusal, type SignetRefusal } from '@signet/contracts';
import { wasSent } from './asked-model.ts';
import { type AskedWith, protocolWith } from './provider-wire.ts';
import { readQuestion } from './question.ts';
import { spoken } from './spoken.ts';
import { translateQuestion } from './translate-question.ts';

/** What a question would lose on its way to a provider, which is not asked. */
export interface LossesBefore {
  readonly spoken: ProviderProtocol;
  /** Its bytes would go on as they are. */
  readonly isSame: boolean;
  readonly losses: readonly ToldLoss[];
  /** Beyond those that are told one by one. */
  readonly further: number;
}

export interface ToldLoss extends Loss {
  /** A route with `losses: strict` refuses the question for it. */
  readonly refused: boolean;
}

/**
 * By the very code that translates it later.
 * @param from what the caller speaks
 */
export function lossesBefore(bytes: Buffer, from: Protocol, target: AskedWith): LossesBefore | SignetRefusal {
  const question = readQuestion(bytes);
  if (!('root' in question)) return question;
  const unread = new Losses();
  const address = from === 'gemini' ? { model: target.model, stream: false } : undefined;
  const read = spoken[from].readRequest(question.value, unread, address);
  if ('failure' in read) return refusal('model_request_invalid.reading', { reason: read.failure.message });
  const to = protocolWith(target, from);
  if (to === from) return { spoken: to, isSame: true, losses: [], further: 0 };
  const losses = new Losses();
  translateQuestion({ protocol: from, request: read.request, unread }, target, { to, losses });
  const told = losses.told.map((loss) => ({
    ...loss,
    refused: loss.fate !== 'moved' && wasSent({ question }, loss),
  }));
  return { spoken: to, isSame: false, losses: told, further: losses.further };
}
