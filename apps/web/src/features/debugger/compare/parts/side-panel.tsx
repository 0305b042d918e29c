import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Legend } from '../../../../parts/token-view/legend.tsx';
import { markToken } from '../../../../parts/token-view/token-marks.ts';
import { Button, IconButton } from '../../../../ui/button/button.tsx';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { FileButton } from '../../../../ui/file/file-button.tsx';
import { FileDrop } from '../../../../ui/file/file-drop.tsx';
import { fileText } from '../../../../ui/file/file-text.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { SideName } from '../model/compare.ts';
import type { ComparisonState } from '../use-comparison.ts';
import { words } from '../words.ts';

interface SidePanelProps {
  readonly side: SideName;
  readonly state: ComparisonState;
  /** The token that stands in Inspect. */
  readonly inspected: string;
}

function Actions({ side, state, inspected }: SidePanelProps): ReactElement {
  const take = (bytes: Uint8Array): void => state.setText(side, fileText(bytes), true);
  return (
    <>
      <Button disabled={inspected === ''} onClick={() => state.setText(side, inspected, true)}>
        {words.token.take}
      </Button>
      <FileButton label={words.token.file[side]} onBytes={take} />
      <IconButton
        label={words.token.clear[side]}
        icon={IconX}
        onClick={() => state.setText(side, '', false)}
      />
    </>
  );
}

/** One of the two tokens as text, its parts in colour. */
export function SidePanel(props: SidePanelProps): ReactElement {
  const { side, state } = props;
  const { text, dissection, removed } = state.sides[side];
  const { parsed } = dissection;
  return (
    <FileDrop onBytes={(dropped) => state.setText(side, fileText(dropped), true)}>
      <Panel title={words.token.title[side]} actions={<Actions {...props} />}>
        <TextEditor
          className="compare-editor"
          label={words.token.label[side]}
          placeholder={words.token.placeholder[side]}
          value={text}
          onChange={(changed, pasted) => state.setText(side, changed, pasted)}
          marking={markToken}
        />
        <div className="token-foot">
          {parsed.kind === 'empty' ? <p>{words.token.foot}</p> : <Legend segments={parsed.segments} />}
          {removed.length > 0 && <p>{words.token.removed(removed)}</p>}
        </div>
      </Panel>
    </FileDrop>
  );
}
