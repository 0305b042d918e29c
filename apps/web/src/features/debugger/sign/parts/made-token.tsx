import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { Disclosures } from './disclosures.tsx';
import { OutputChoice } from './output-choice.tsx';
import { SerialisationChoice } from './serialisation-choice.tsx';
import { TokenText } from './token-text.tsx';

interface MadeTokenProps {
  readonly state: DraftState;
  readonly onOpen: (token: string, key: string, payload?: string) => void;
}

/** The token as it is made now, and the way to see it verified or decrypted. */
export function MadeTokenPanel({ state, onOpen }: MadeTokenProps): ReactElement {
  const made = state.made?.kind === 'made' ? state.made : undefined;
  const isSelective = made?.output === 'sd-jwt';
  const [signed = '', ...others] = isSelective ? made.token.split('~') : [made?.token ?? ''];
  const disclosures = others.slice(0, -1);
  return (
    <Panel
      title={words.token.title}
      actions={
        <>
          <CopyButton text={made?.token ?? ''} label={words.token.copy} done={words.copied} />
          <Button
            weight="primary"
            disabled={!made}
            onClick={() => made && onOpen(made.token, made.inspectKey, made.payload)}
          >
            {words.token.open}
          </Button>
        </>
      }
    >
      <OutputChoice state={state} />
      {state.output === 'signed' && <SerialisationChoice state={state} />}
      <div className="signed-place">
        {made ? (
          <TokenText token={signed} disclosures={disclosures} keyBinding={others.at(-1)} />
        ) : (
          <p className="quiet-words">{words.token.waiting}</p>
        )}
      </div>
      <Disclosures texts={disclosures} />
      {made?.warnings.map((warning) => (
        <p className="draft-fault tone-warning" key={warning}>
          {translate(warning)}
        </p>
      ))}
    </Panel>
  );
}
