import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../ui/verdict/tone-icon.tsx';
import { beginFamily, type Family, presentToken, type RefreshToken } from '../model/token-family.ts';
import { useMade } from '../use-made.ts';
import { words } from '../words/words.ts';
import './rotation.css';

const { rotation: say } = words;
const tones = { current: 'verified', used: 'unknown', ended: 'refused' } as const;
const mostShown = 6;

const shorten = (text: string): string => `${text.slice(0, 8)}…${text.slice(-6)}`;

function Row({ one }: { readonly one: RefreshToken }): ReactElement {
  return (
    <tr>
      <th scope="row" className="mono">
        {shorten(one.token)}
      </th>
      <td className="mono">{shorten(one.hash)}</td>
      <td className={`tone-${tones[one.state]}`}>
        <span className="rotation-state">
          <ToneIcon tone={tones[one.state]} size={16} />
          {say.states[one.state]}
        </span>
      </td>
    </tr>
  );
}

/** A family of refresh tokens to play with: refresh, steal, and see it end. */
export function Rotation(): ReactElement {
  const [made] = useMade(beginFamily);
  const [played, setPlayed] = useState<Family>();
  const family = played ?? (made.kind === 'made' ? made.value : []);
  const oldest = family[0];
  const newest = family.at(-1);
  const over = newest?.state === 'ended';
  const present = (one: RefreshToken | undefined): void => {
    if (one) void presentToken(family, one.token).then(setPlayed);
  };
  return (
    <Panel title={say.title} className="rotation">
      <div className="rotation-actions">
        <Button weight="primary" disabled={over} onClick={() => present(newest)}>
          {say.refresh}
        </Button>
        <Button
          className="button-outlined"
          disabled={over || family.length < 2}
          onClick={() => present(oldest)}
        >
          {say.steal}
        </Button>
        {over && <Button onClick={() => void beginFamily().then(setPlayed)}>{say.again}</Button>}
      </div>
      <p role="status" className="rotation-says">
        {over ? say.caught : say.alive(family.length)}
      </p>
      <table className="lesson-table">
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            {say.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {family.slice(-mostShown).map((one) => (
            <Row key={one.hash} one={one} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
