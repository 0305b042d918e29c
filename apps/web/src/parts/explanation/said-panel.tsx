import type { ReactElement } from 'react';
import { pageOf } from '../../ui/address/page-of.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { FactList } from './fact-list.tsx';
import type { RefusalText } from './model/read-refusal.ts';
import { speakChallenge } from './model/speak-challenge.ts';
import { speakRefusal, titleOf } from './model/speak-refusal.ts';
import { words } from './words.ts';
import './explanation.css';

function codeOf({ code, known }: RefusalText): string | undefined {
  return code === undefined || known !== undefined ? code : `${code}. ${words.said.unknownCode}`;
}

function Said({ refusal: came }: { readonly refusal: RefusalText }): ReactElement {
  const refusal = speakRefusal(came);
  const { known, challenge, reference, status } = refusal;
  const title = known === undefined ? refusal.title : titleOf(known);
  const challenged = challenge && speakChallenge(challenge, known);
  const sentence = refusal.sentence ?? challenged?.sentence;
  const isBare = sentence === undefined;
  return (
    <div className="refusal-said">
      {isBare ? <p>{words.said.onlyReference}</p> : <p className="refusal-sentence">{sentence}</p>}
      <FactList
        facts={[
          { name: words.said.expected, value: refusal.expected },
          { name: words.said.actual, value: refusal.actual },
          { name: words.said.fix, value: refusal.fix },
          { name: words.said.code, value: codeOf(refusal), href: known && pageOf(known) },
          { name: words.said.meaning, value: title ?? challenged?.meaning },
          {
            name: words.said.description,
            value: refusal.sentence === undefined ? challenged?.description : undefined,
          },
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
