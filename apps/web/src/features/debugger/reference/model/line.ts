import type { DecisionRecord, Explanation } from '@signet/contracts';
import type { RefusalText } from '../../../../parts/explanation/model/read-refusal.ts';
import { explainHere, speakRefusal } from '../../../../parts/explanation/model/speak-refusal.ts';
import { words as explanationWords } from '../../../../parts/explanation/words.ts';
import type { Tone } from '../../../../ui/verdict/tone.ts';
import type { Arrival } from '../arrival.ts';
import type { RecordState } from '../use-record.ts';
import { words } from '../words.ts';

export interface Line {
  readonly tone: Tone;
  readonly word: string;
  readonly reason: string;
}

interface Known {
  readonly arrival: Arrival;
  readonly refusal: RefusalText | undefined;
  readonly carried: DecisionRecord | undefined;
  readonly record: RecordState;
}

const tones: Readonly<Record<Explanation['verdict'], Tone>> = {
  forwarded: 'verified',
  refused: 'refused',
  failed: 'refused',
};

/** The line on top: what is known best comes first. A record is Signet's own word, a link is whoever made it. */
export function lineOf({ arrival, refusal, carried, record }: Known): Line {
  if (record.kind === 'read') {
    const { verdict, headline } = explainHere(record.record);
    return { tone: tones[verdict], word: words.line[verdict], reason: headline };
  }
  if (arrival.kind === 'link') return unknown(carried ? words.line.linked : words.line.badLink);
  if (refusal === undefined)
    return unknown(arrival.text.trim() === '' ? words.line.empty : words.line.unread);
  const reason = speakRefusal(refusal).sentence ?? refusal.challenge?.description ?? refusal.title;
  if (reason === undefined && refusal.challenge === undefined) return unknown(words.line.reference);
  return {
    tone: 'refused',
    word: words.line.refused,
    reason: reason ?? explanationWords.said.challenge.none,
  };
}

function unknown({ word, reason }: { readonly word: string; readonly reason: string }): Line {
  return { tone: 'unknown', word, reason };
}
