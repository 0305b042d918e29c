import type { ExplainedRefusal, ExplainedStep, Explanation } from '@signet/contracts';
import { IconCircleDashed } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { pageOf } from '../../ui/address/page-of.ts';
import type { Tone } from '../../ui/verdict/tone.ts';
import { ToneIcon } from '../../ui/verdict/tone-icon.tsx';
import { FactList } from './fact-list.tsx';
import { words } from './words.ts';
import './explanation.css';

const tones: Readonly<Record<ExplainedStep['outcome'], Tone>> = {
  ok: 'verified',
  refused: 'refused',
  failed: 'refused',
  'not-reached': 'unknown',
  'not-needed': 'unknown',
};

function Step({ step }: { readonly step: ExplainedStep }): ReactElement {
  const tone = tones[step.outcome];
  return (
    <li className={`refusal-step tone-${tone}`} aria-current={tone === 'refused' ? 'step' : undefined}>
      {tone === 'unknown' ? (
        <IconCircleDashed className="tone-icon" size={18} stroke={1.75} aria-hidden />
      ) : (
        <ToneIcon tone={tone} />
      )}
      <div className="refusal-step-body">
        <p>
          <span className="refusal-step-question">{step.question}</span>{' '}
          <span className="refusal-step-word">{step.word}</span>
        </p>
        <p className="refusal-quiet">
          <code>{step.step}</code>
          {step.note !== undefined && ` · ${step.note}`}
        </p>
        <FactList
          facts={[
            { name: words.steps.expected, value: step.expected },
            { name: words.steps.actual, value: step.actual },
          ]}
        />
      </div>
    </li>
  );
}

function Refusal({ refusal }: { readonly refusal: ExplainedRefusal }): ReactElement {
  return (
    <div className="refusal-said">
      <p className="refusal-sentence">{refusal.sentence}</p>
      <FactList
        facts={[
          { name: words.said.expected, value: refusal.expected },
          { name: words.said.actual, value: refusal.actual },
          { name: words.said.fix, value: refusal.fix },
          { name: words.said.rule, value: refusal.rule },
          { name: words.said.code, value: refusal.code, href: pageOf(refusal.code) },
          { name: words.said.meaning, value: refusal.title },
        ]}
      />
    </div>
  );
}

/** A request step by step, as the gateway took it, with what was expected against what came. */
export function ExplanationView({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const { headline, steps, refusal, circumstances, token, reference } = explanation;
  return (
    <>
      <p className="refusal-headline">{headline}</p>
      {steps.length === 0 ? (
        <p className="refusal-quiet refusal-row">{words.steps.none}</p>
      ) : (
        <ol className="refusal-steps" aria-label={words.steps.title}>
          {steps.map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step may have been taken twice, and the list never changes
            <Step key={`${step.step}-${place}`} step={step} />
          ))}
        </ol>
      )}
      {refusal && <Refusal refusal={refusal} />}
      <section className="refusal-row" aria-label={words.about}>
        <FactList facts={[...circumstances, { name: words.said.reference, value: reference }]} />
      </section>
      {token.length > 0 && (
        <section className="refusal-row" aria-label={words.token}>
          <h3 className="refusal-subtitle">{words.token}</h3>
          <FactList facts={token} />
        </section>
      )}
    </>
  );
}
