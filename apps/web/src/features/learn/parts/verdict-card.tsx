import type { Refusal } from '@signet/token/verdict';
import type { ReactElement } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import { translate } from '../../../ui/language/translate.ts';
import type { Tone } from '../../../ui/verdict/tone.ts';
import { ToneIcon } from '../../../ui/verdict/tone-icon.tsx';
import { words } from '../words/words.ts';
import './verdict-card.css';

interface VerdictCardProps {
  /** Who decides. */
  readonly who: string;
  readonly tone: Tone;
  readonly word: string;
  /** In the language of the page. */
  readonly sentence: string;
  /** What stands behind the answer, where no refusal tells. */
  readonly why?: string;
  readonly refusal?: Refusal<string>;
}

function Details({ refusal }: { readonly refusal: Refusal<string> }): ReactElement {
  const { code, expected, actual, fix, rule } = refusal;
  const rows = [
    { name: words.lab.expected, text: translate(expected) },
    { name: words.lab.actual, text: translate(actual) },
    { name: words.lab.fix, text: translate(fix) },
  ].filter(({ text }) => text !== undefined);
  return (
    <>
      <dl className="verdict-details">
        {rows.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="verdict-foot">
        <code data-testid="verdict-code">{code}</code>
        {rule !== undefined && <Prose text={rule} />}
      </p>
    </>
  );
}

/** What a verifier answers: a word, a sentence, and where it refuses, why and how to mend it. */
export function VerdictCard({ who, tone, word, sentence, why, refusal }: VerdictCardProps): ReactElement {
  return (
    <article className={`verdict-card tone-${tone}`} aria-label={who}>
      <p className="verdict-card-who">{who}</p>
      <p className="verdict-card-said">
        <ToneIcon tone={tone} />
        <strong className="verdict-word">{word}</strong>
      </p>
      <p className="verdict-sentence">{sentence}</p>
      {why !== undefined && (
        <p className="verdict-why">
          <Prose text={why} />
        </p>
      )}
      {refusal && <Details refusal={refusal} />}
    </article>
  );
}
