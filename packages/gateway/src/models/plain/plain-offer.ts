import { type HighestCost, highestPrice, type PriceRow } from '@signet/ai';
import type { WallTime } from '@signet/contracts';
import type { Offer } from '../../spending/spending.ts';
import type { CompiledTarget } from '../compiled-llm.ts';
import { offerAt, rowOf } from '../offer-of.ts';
import type { Payer } from '../payer.ts';
import type { PlainWish } from './plain-door.ts';
import type { PlainQuestion } from './plain-question.ts';

/** What a provider puts around texts. */
const aroundAll = 1_024;
/** A longer text counts as several, where searches among texts are counted. */
const bytesOfText = 500;
const textsOfSearch = 100;
/** No second of speech has fewer, however it is written down. */
const bytesOfSecond = 250;

export interface PlainWished {
  readonly wish: PlainWish;
  readonly question: Pick<PlainQuestion, 'value'>;
  /** Of the question as it came: no token has less than one. */
  readonly bytes: number;
}

/** What is to be asked, and what that may cost at most; undefined where nothing is charged for it. */
export function plainOffer(
  wished: PlainWished,
  target: CompiledTarget,
  caller: Payer['facts'],
  at: WallTime,
): Offer | undefined {
  const most = plainCost(wished, target, [rowOf(target, at)]);
  return most && offerAt(target, caller, { most, at });
}

function plainCost(
  { wish, question: { value }, bytes }: PlainWished,
  { limits = {} }: CompiledTarget,
  rows: readonly (PriceRow | undefined)[],
): HighestCost | undefined {
  const read = { input: bytes + aroundAll, output: 0, uses: 1 };
  switch (wish) {
    case 'count-messages':
    case 'count-contents':
    case 'moderations':
    case 'kept-answer':
      return undefined;
    case 'embeddings':
    case 'embed-content':
    case 'embed-contents':
      return highestPrice(read, { rows });
    case 'rerank':
      return highestPrice({ ...read, uses: searchesIn(value, bytes) }, { rows });
    case 'images': {
      const uses = picturesIn(value);
      return within({ ...read, uses }, limits.output && limits.output * uses, rows);
    }
    case 'transcriptions':
      return within({ ...read, uses: Math.ceil(bytes / bytesOfSecond) }, limits.output, rows);
  }
}

/** What is made of a question has no bound but that of the model. */
function within(
  read: Parameters<typeof highestPrice>[0],
  output: number | undefined,
  rows: readonly (PriceRow | undefined)[],
): HighestCost {
  if (output === undefined || !Number.isSafeInteger(output)) return { kind: 'unbounded' };
  return highestPrice({ ...read, output }, { rows });
}

function searchesIn({ documents }: PlainQuestion['value'], bytes: number): number {
  const texts = Array.isArray(documents) ? documents.length : 0;
  return Math.ceil((texts + bytes / bytesOfText) / textsOfSearch);
}

function picturesIn({ n }: PlainQuestion['value']): number {
  return typeof n === 'number' && n > 1 ? Math.ceil(n) : 1;
}
