import type { ReactElement } from 'react';
import { Panel } from '../../ui/panel/panel.tsx';
import { FactList } from './fact-list.tsx';
import type { Challenge, RefusalText } from './model/read-refusal.ts';
import { speakRefusal, titleOf } from './model/speak-refusal.ts';
import { pageOf } from './page-of.ts';
import { words } from './words.ts';
import './explanation.css';

/** What the error of a challenge means (RFC 6750 §3.1). */
function meaningOf({ error }: Challenge): string {
  const meanings = words.said.challenge;
  if (error === undefined) return meanings.none;
  return error === 'invalid_token' || error === 'insufficient_scope' || error === 'invalid_request'
    ? meanings[error]
    : meanings.other;
}

function codeOf({ code, known }: RefusalText): string | undefined {
  return code === undefined || known !== undefined ? code : `${code}. ${words.said.unknownCode}`;
}

function Said({ refusal: came }: { readonly refusal: RefusalText }): ReactElement {
  const refusal = speakRefusal(came);
  const { sentence, known, challenge, reference, status } = refusal;
  const title = known === undefined ? refusal.title : titleOf(known);
  const isBare = sentence === undefined && challenge === undefined;
  return (
    <div className="refusal-said">
      {(sentence ?? challenge?.description) !== undefined && (
        <p className="refusal-sentence">{sentence ?? challenge?.description}</p>
      )}
      {isBare && <p>{words.said.onlyReference}</p>}
      <FactList
        facts={[
          { name: words.said.expected, value: refusal.expected },
          { name: words.said.actual, value: refusal.actual },
          { name: words.said.fix, value: refusal.fix },
          { name: words.said.code, value: codeOf(refusal), href: known && pageOf(known) },
          { name: words.said.meaning, value: title ?? (challenge && meaningOf(challenge)) },
          { name: words.said.scope, value: challenge?.scope },
          { name: words.said.status, value: status?.toString() },
          { name: words.said.reference, value: reference },
        ]}
      />
      {reference === undefined && <p className="refusal-quiet">{words.said.noReference}</p>}
    </div>
  );
}

/** What a pasted refusal says of itself. */
export function SaidPanel({ refusal }: { readonly refusal: RefusalText | undefined }): ReactElement {
  return (
    <Panel title={words.said.title} note={refusal && words.said.pasted}>
      {refusal ? <Said refusal={refusal} /> : <p className="quiet-words">{words.said.empty}</p>}
    </Panel>
  );
}
