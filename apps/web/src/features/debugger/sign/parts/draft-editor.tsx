import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { Mark } from '../../../../ui/editor/marks.ts';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../../ui/verdict/tone-icon.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

interface DraftEditorProps {
  readonly part: 'header' | 'payload';
  readonly state: DraftState;
  readonly children?: ReactNode;
}

/** Header or payload as JSON text, with what is wrong marked in place and said below. */
export function DraftEditor({ part, state, children }: DraftEditorProps): ReactElement {
  const { signed } = state;
  const fault = signed?.kind === 'refused' && signed.part === part ? signed : undefined;
  const marks = useMemo((): readonly Mark[] => {
    if (fault?.offset === undefined) return [];
    const from = Math.max(0, Math.min(fault.offset, state[part].length - 1));
    return [{ from, to: from + 1, look: 'fault' }];
  }, [fault, state, part]);
  return (
    <Panel title={words[part].title} part={part}>
      {children}
      <TextEditor
        className={`draft-${part}`}
        label={words[part].label}
        placeholder={words.placeholder}
        value={state[part]}
        onChange={part === 'header' ? state.setHeader : state.setPayload}
        marks={marks}
      />
      {fault && (
        <p className="draft-fault tone-refused" role="alert">
          <ToneIcon tone="refused" size={16} />
          {fault.sentence}
        </p>
      )}
    </Panel>
  );
}
