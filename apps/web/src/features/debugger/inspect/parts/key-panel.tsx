import { lazy, type ReactElement, Suspense, useId } from 'react';
import { Choice } from '../../../../ui/choice/choice.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { FileButton } from '../../../../ui/file/file-button.tsx';
import { FileDrop } from '../../../../ui/file/file-drop.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../../ui/verdict/tone-icon.tsx';
import { KeyPassword } from '../../keys/key-password.tsx';
import { secretEncodings } from '../../keys/key-reading.ts';
import type { DebuggerState } from '../debugger-state.ts';
import { fetchFetchKeys } from '../fetch-parts.ts';
import { words } from '../words.ts';
import { KeyFacts } from './key-facts.tsx';
import './key-panel.css';

const FetchKeysDoor = lazy(() =>
  fetchFetchKeys().then(({ FetchKeysDoor: component }) => ({ default: component })),
);

function EncodingChoice({ state }: { readonly state: DebuggerState }): ReactElement {
  const nameId = useId();
  return (
    <>
      <span className="key-encoding-name" id={nameId}>
        {words.key.encoding}
      </span>
      <Choice
        labelledBy={nameId}
        value={state.encoding}
        onChoose={state.setEncoding}
        options={secretEncodings}
        names={words.key.encodings}
      />
    </>
  );
}

function Reading({ state }: { readonly state: DebuggerState }): ReactElement {
  const { keyReading } = state;
  if (keyReading.kind === 'none') return <p className="key-reading">{words.key.hint}</p>;
  if (keyReading.kind === 'unreadable') {
    return (
      <p className={`key-reading tone-${keyReading.locked ? 'unknown' : 'refused'}`}>
        <ToneIcon tone={keyReading.locked ? 'unknown' : 'refused'} size={16} />
        <span>{translate(keyReading.refusal.sentence)}</span>
      </p>
    );
  }
  return (
    <p className="key-reading" data-testid="key-reading">
      {keyReading.description}
    </p>
  );
}

/** The key to verify with, and what it was read as. */
export function KeyPanel({ state }: { readonly state: DebuggerState }): ReactElement {
  const isSecret = state.keyReading.kind !== 'none' && state.keyReading.secret;
  const isLocked = state.keyReading.kind !== 'none' && state.keyReading.locked;
  return (
    <FileDrop onBytes={state.setKeyFile}>
      <Panel
        title={words.key.title}
        actions={
          <>
            {isSecret && <EncodingChoice state={state} />}
            <FileButton label={words.key.file} onBytes={state.setKeyFile} />
            <CopyButton text={state.key} label={words.key.copy} done={words.copied} />
          </>
        }
      >
        <TextEditor
          className="key-editor"
          label={words.key.label}
          placeholder={words.key.placeholder}
          value={state.key}
          onChange={state.setKey}
        />
        <div className="token-foot">
          <Reading state={state} />
        </div>
        {isLocked && <KeyPassword password={state.password} onPassword={state.setPassword} />}
        {state.keyDescription && (
          <KeyFacts
            description={state.keyDescription}
            mayKeepPublic={state.dissection.parsed.kind !== 'encrypted'}
            onKeepPublic={(key) =>
              state.mend({ label: words.mends.publicHalf, key, encoding: state.encoding })
            }
          />
        )}
        <Suspense fallback={<div className="key-door-place" />}>
          <FetchKeysDoor state={state} />
        </Suspense>
      </Panel>
    </FileDrop>
  );
}
