import { type ReactElement, type ReactNode, useCallback, useState } from 'react';
import { Choice } from '../../../../ui/choice/choice.tsx';
import type { Mark } from '../../../../ui/editor/marks.ts';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { FormView } from '../form/form-view.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { Fault } from './fault.tsx';

type View = 'text' | 'form';
const views: readonly View[] = ['text', 'form'];

interface DraftEditorProps {
  readonly part: 'header' | 'payload';
  readonly state: DraftState;
  /** What helps with the text; a form has it in its fields. */
  readonly aids?: ReactNode;
  readonly children?: ReactNode;
}

/** Header or payload, as JSON text with what is wrong marked in place, or as a form. */
export function DraftEditor({ part, state, aids, children }: DraftEditorProps): ReactElement {
  const [view, setView] = useState<View>('text');
  const { made } = state;
  const fault = made?.kind === 'refused' && made.part === part ? made : undefined;
  const offset = fault?.offset;
  const marking = useCallback(
    (text: string): readonly Mark[] => {
      if (offset === undefined) return [];
      const from = Math.max(0, Math.min(offset, text.length - 1));
      return [{ from, to: from + 1, look: 'fault' }];
    },
    [offset],
  );
  const change = part === 'header' ? state.setHeader : state.setPayload;
  const isForm = view === 'form';
  return (
    <Panel
      title={words[part].title}
      part={part}
      actions={
        <Choice
          label={words.form.views[part]}
          value={view}
          onChoose={setView}
          options={views}
          names={words.form.view}
        />
      }
    >
      {!isForm && aids}
      {children}
      {isForm ? (
        <FormView part={part} text={state[part]} onText={change} onAsText={() => setView('text')} />
      ) : (
        <TextEditor
          className={`draft-${part}`}
          label={words[part].label}
          placeholder={words.placeholder}
          value={state[part]}
          onChange={change}
          marking={marking}
        />
      )}
      {!(isForm && fault?.offset !== undefined) && <Fault state={state} part={part} />}
    </Panel>
  );
}
