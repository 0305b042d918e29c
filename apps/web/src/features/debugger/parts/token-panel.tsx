import type { ParsedToken, Segment, SegmentRole } from '@signet/token';
import { IconX } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { CopyButton } from '../../../ui/copy/copy-button.tsx';
import type { Mark } from '../../../ui/editor/marks.ts';
import { TextEditor } from '../../../ui/editor/text-editor.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../use-debugger.ts';
import { words } from '../words.ts';
import { FileButton } from './file-button.tsx';
import { FileDrop } from './file-drop.tsx';
import { ShareDialog } from './share-dialog.tsx';
import './token-panel.css';

/** An encrypted token has more parts than hues: its ciphertext stands where the payload would. */
const hues: Readonly<Record<SegmentRole, 'header' | 'payload' | 'signature'>> = {
  header: 'header',
  payload: 'payload',
  signature: 'signature',
  'encrypted-key': 'signature',
  'initialisation-vector': 'signature',
  ciphertext: 'payload',
  'authentication-tag': 'signature',
  surplus: 'signature',
};

/** Places count from the token's first character, so there are none while other text stands around it. */
function marksOf({ segments, problems, token }: ParsedToken, shown: string): readonly Mark[] {
  if (token !== shown) return [];
  const parts = segments.map(({ start, end, role }): Mark => ({ from: start, to: end, look: hues[role] }));
  const dots = segments.slice(1).map(({ start }): Mark => ({ from: start - 1, to: start, look: 'dot' }));
  const faults = problems.filter(({ layer }) => layer !== 'token');
  return [
    ...parts,
    ...dots,
    ...faults.map(({ start, end }): Mark => ({ from: start, to: end, look: 'fault' })),
  ];
}

function Legend({ segments }: { readonly segments: readonly Segment[] }): ReactElement {
  return (
    <ul className="legend" aria-label={words.token.parts}>
      {segments.map(({ role, start, bytes }) => (
        <li key={start} className={`legend-part part-${hues[role]}`}>
          {words.roles[role]} <span className="legend-size">{words.bytes(bytes.length)}</span>
        </li>
      ))}
    </ul>
  );
}

function Actions({ state }: { readonly state: DebuggerState }): ReactElement {
  return (
    <>
      <Button weight={state.empty ? 'primary' : 'quiet'} onClick={state.useSample}>
        {words.token.sample}
      </Button>
      <ShareDialog state={state} />
      <FileButton label={words.token.file} onText={(text) => state.setToken(text, true)} />
      <CopyButton text={state.token} label={words.token.copy} done={words.copied} />
      <IconButton
        label={words.token.clear}
        icon={<IconX size={16} stroke={1.75} aria-hidden />}
        onClick={state.clear}
      />
    </>
  );
}

/** The token as text, its three parts in colour. */
export function TokenPanel({ state }: { readonly state: DebuggerState }): ReactElement {
  const { token, removed } = state;
  const { parsed } = state.dissection;
  const marks = useMemo(() => marksOf(parsed, token), [parsed, token]);
  return (
    <div id="token" className="panel-place" tabIndex={-1}>
      <FileDrop onText={(text) => state.setToken(text, true)}>
        <Panel title={words.token.title} actions={<Actions state={state} />}>
          <TextEditor
            className="token-editor"
            label={words.token.label}
            placeholder={words.token.placeholder}
            value={token}
            onChange={state.setToken}
            marks={marks}
          />
          <div className="token-foot">
            {state.empty ? <p>{words.token.foot}</p> : <Legend segments={parsed.segments} />}
            {removed.length > 0 && <p className="token-removed">{words.token.removed(removed)}</p>}
          </div>
        </Panel>
      </FileDrop>
    </div>
  );
}
