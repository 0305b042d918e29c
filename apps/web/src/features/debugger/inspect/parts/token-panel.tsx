import { IconX } from '@tabler/icons-react';
import { type ReactElement, useCallback, useMemo } from 'react';
import { Legend } from '../../../../parts/token-view/legend.tsx';
import { markToken } from '../../../../parts/token-view/token-marks.ts';
import { Button, IconButton } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { FileButton } from '../../../../ui/file/file-button.tsx';
import { FileDrop } from '../../../../ui/file/file-drop.tsx';
import { fileText } from '../../../../ui/file/file-text.ts';
import { translate } from '../../../../ui/language/translate.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { DetachedPayload } from '../inside/detached-payload.tsx';
import { FoundChoice } from '../inside/found-choice.tsx';
import { SeveralChoice } from '../inside/several-choice.tsx';
import { type TakenAlong, takeAlong } from '../model/take-along.ts';
import { useExplaining } from '../use-explaining.ts';
import { words } from '../words.ts';
import { SampleChoice } from './sample-choice.tsx';
import { ShareDialog } from './share-dialog.tsx';
import './token-panel.css';

interface ActionsProps {
  readonly state: DebuggerState;
  readonly onFile: (bytes: Uint8Array) => void;
}

function Actions({ state, onFile }: ActionsProps): ReactElement {
  return (
    <>
      {state.empty && (
        <Button weight="primary" onClick={() => state.takeSample()}>
          {words.token.sample}
        </Button>
      )}
      <SampleChoice state={state} />
      <ShareDialog state={state} />
      <FileButton label={words.token.file} onBytes={onFile} />
      <CopyButton text={state.token} label={words.token.copy} done={words.copied} />
      <IconButton label={words.token.clear} icon={IconX} onClick={state.clear} />
    </>
  );
}

interface TokenPanelProps {
  readonly state: DebuggerState;
  /** Takes the token to another desk. */
  readonly onTake: (desk: 'sign' | 'compare', taken: TakenAlong) => void;
}

/** The ways to the other desks, with the token. */
function Takes({ state, onTake }: TokenPanelProps): ReactElement | null {
  const taken = useMemo(() => takeAlong(state.dissection), [state.dissection]);
  if (state.empty) return null;
  return (
    <span className="token-takes">
      {taken.texts && <Button onClick={() => onTake('sign', taken)}>{words.token.edit}</Button>}
      <Button onClick={() => onTake('compare', taken)}>{words.token.compare}</Button>
    </span>
  );
}

/** The token as text, its three parts in colour. */
export function TokenPanel({ state, onTake }: TokenPanelProps): ReactElement {
  const { token, removed, shown, dissection, setToken } = state;
  const { parsed } = dissection;
  const marking = useCallback((text: string) => markToken(text, shown), [shown]);
  const take = useCallback((bytes: Uint8Array) => setToken(fileText(bytes), true), [setToken]);
  const extension = useExplaining(dissection, token);
  return (
    <div id="token" className="panel-place" tabIndex={-1}>
      <FileDrop onBytes={take}>
        <Panel title={words.token.title} actions={<Actions state={state} onFile={take} />}>
          <TextEditor
            className="token-editor"
            label={words.token.label}
            placeholder={words.token.placeholder}
            value={token}
            onChange={setToken}
            marking={marking}
            extension={extension}
          />
          <div className="token-foot">
            {state.empty ? <p>{words.token.foot}</p> : <Legend segments={parsed.segments} />}
            <FoundChoice state={state} />
            <SeveralChoice state={state} />
            <Takes state={state} onTake={onTake} />
            {removed.length > 0 && (
              <p className="token-removed">{words.token.removed(removed.map((what) => translate(what)))}</p>
            )}
          </div>
          {parsed.isDetached && <DetachedPayload state={state} />}
        </Panel>
      </FileDrop>
    </div>
  );
}
