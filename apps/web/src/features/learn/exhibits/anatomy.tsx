import { parseToken, type Segment } from '@signet/token/parse';
import { IconRefresh } from '@tabler/icons-react';
import { type ReactElement, useMemo, useState } from 'react';
import { IconButton } from '../../../ui/button/button.tsx';
import { Choice } from '../../../ui/choice/choice.tsx';
import { CopyButton } from '../../../ui/copy/copy-button.tsx';
import { JsonView } from '../../../ui/json/json-view.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { type PartName, partNames, TokenText } from '../parts/token-text.tsx';
import { words } from '../words/words.ts';
import type { ExhibitProps } from './exhibit.ts';
import './anatomy.css';

const isPart = (value: string): value is PartName => partNames.some((name) => name === value);

function Decoded({
  segment,
  algorithm,
}: {
  readonly segment: Segment;
  readonly algorithm: string;
}): ReactElement {
  const { content, bytes } = segment;
  if (content.kind !== 'json') {
    return <p className="anatomy-words">{words.signatureIs(algorithm, bytes.length)}</p>;
  }
  return <JsonView root={content.root} label={words.token.decoded} showAll={words.token.showAll} />;
}

/** The token of the lesson; one part of it is taken out and read. */
export function Anatomy({ live, again }: ExhibitProps): ReactElement {
  const [chosen, setChosen] = useState<PartName>('payload');
  const { segments } = useMemo(() => parseToken(live.token), [live.token]);
  const segment = segments.find(({ role }) => role === chosen);
  const actions = (
    <>
      <IconButton label={words.token.again} icon={IconRefresh} onClick={again} />
      <CopyButton text={live.token} label={words.token.copy} done={words.copied} />
    </>
  );
  return (
    <Panel title={words.token.title} note={words.token.note} actions={actions} className="anatomy">
      <div className="anatomy-token">
        <TokenText token={live.token} chosen={chosen} />
      </div>
      <div className="anatomy-choice">
        <Choice
          label={words.token.choose}
          value={chosen}
          onChoose={(value) => isPart(value) && setChosen(value)}
          options={partNames}
          names={words.parts}
        />
        {segment && <span className="panel-note">{words.token.bytes(segment.bytes.length)}</span>}
      </div>
      {segment && (
        <div className={`anatomy-part part-${chosen}`}>
          <Decoded segment={segment} algorithm={live.key.algorithm} />
        </div>
      )}
    </Panel>
  );
}
