import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { outputs } from '../model/make-token.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { Disclosures } from './disclosures.tsx';

/** The hue of each segment of a signed and of an encrypted token. What has none of the three is neutral. */
const hues = {
  3: ['part-header', 'part-payload', 'part-signature'],
  5: ['part-header', '', '', 'part-payload', 'part-signature'],
} as const;

/** The compact token in its hues. */
function Coloured({ token, disclosures }: { token: string; disclosures: readonly string[] }): ReactElement {
  const segments = token.split('.');
  return (
    <p className="signed-token" data-testid="signed-token">
      {hues[segments.length === 5 ? 5 : 3].map((hue, index) => {
        const place = `${index}${hue}`;
        return (
          <span key={place}>
            {index > 0 && '.'}
            <span className={`signed-part ${hue}`}>{segments[index]}</span>
          </span>
        );
      })}
      {disclosures.map((text) => (
        <span key={text}>
          ~<span className="signed-part part-payload">{text}</span>
        </span>
      ))}
      {disclosures.length > 0 && '~'}
    </p>
  );
}

function OutputChoice({ state }: { readonly state: DraftState }): ReactElement {
  return (
    <div className="draft-row draft-times">
      <SegmentedControl
        size="xs"
        className="choice"
        aria-label={words.output.title}
        value={state.output}
        onChange={state.setOutput}
        data={outputs.map((value) => ({ value, label: words.output.names[value] }))}
      />
      <span className="draft-label">{words.output.notes[state.output]}</span>
    </div>
  );
}

interface MadeTokenProps {
  readonly state: DraftState;
  readonly onOpen: (token: string, key: string) => void;
}

/** The token as it is made now, and the way to see it verified or decrypted. */
export function MadeTokenPanel({ state, onOpen }: MadeTokenProps): ReactElement {
  const made = state.made?.kind === 'made' ? state.made : undefined;
  const [signed = '', ...others] = made?.token.split('~') ?? [];
  const disclosures = others.filter((text) => text !== '');
  return (
    <Panel
      title={words.token.title}
      actions={
        <>
          <CopyButton text={made?.token ?? ''} label={words.token.copy} done={words.copied} />
          <Button
            weight="primary"
            disabled={!made}
            onClick={() => made && onOpen(made.token, made.inspectKey)}
          >
            {words.token.open}
          </Button>
        </>
      }
    >
      <OutputChoice state={state} />
      <div className="signed-place">
        {made ? (
          <Coloured token={signed} disclosures={disclosures} />
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
