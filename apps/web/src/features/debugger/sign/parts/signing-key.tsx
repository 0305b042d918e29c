import { IconRefresh } from '@tabler/icons-react';
import { type ReactElement, useId } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../../ui/verdict/tone-icon.tsx';
import { type DraftAlgorithm, draftAlgorithms } from '../model/draft-key.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

function AlgorithmChoice({ state }: { readonly state: DraftState }): ReactElement {
  const id = useId();
  return (
    <>
      <label className="draft-label" htmlFor={id}>
        {words.key.algorithm}
      </label>
      <select
        id={id}
        className="field"
        value={state.key.algorithm}
        onChange={({ target }) => state.renewKey(target.value as DraftAlgorithm)}
      >
        {draftAlgorithms.map((algorithm) => (
          <option key={algorithm}>{algorithm}</option>
        ))}
      </select>
    </>
  );
}

function PublicHalf({ text }: { readonly text: string | undefined }): ReactElement {
  if (text === undefined) return <p className="token-foot">{words.key.secretNote}</p>;
  return (
    <section className="draft-public" aria-label={words.key.publicTitle}>
      <div className="draft-public-head">
        <h3 className="draft-public-title">{words.key.publicTitle}</h3>
        <CopyButton text={text} label={words.key.copyPublic} done={words.copied} />
      </div>
      <pre className="json draft-public-text" role="document" aria-label={words.key.publicTitle}>
        {text}
      </pre>
    </section>
  );
}

/** The key that signs: made here or pasted, both halves in sight. */
export function SigningKeyPanel({ state }: { readonly state: DraftState }): ReactElement {
  const { key, signed } = state;
  const isSecret = key.algorithm === 'HS256';
  return (
    <Panel
      title={words.key.title}
      actions={
        <>
          <AlgorithmChoice state={state} />
          <CopyButton
            text={key.text}
            label={isSecret ? words.key.copySecret : words.key.copyPrivate}
            done={words.copied}
          />
        </>
      }
    >
      <TextEditor
        className="draft-key"
        label={words.key.privateLabel}
        placeholder={words.key.placeholder}
        value={key.text}
        onChange={state.setKeyText}
      />
      {signed?.kind === 'refused' && signed.part === 'key' && (
        <p className="draft-fault tone-refused" role="alert">
          <ToneIcon tone="refused" size={16} />
          {signed.sentence}
        </p>
      )}
      <div className="token-foot draft-key-foot">
        <span>{words.key.privateNote}</span>
        <Button onClick={() => state.renewKey(key.algorithm)}>
          <IconRefresh size={15} stroke={1.75} aria-hidden />
          {words.key.generate}
        </Button>
      </div>
      {signed?.kind === 'signed' && <PublicHalf text={signed.publicText} />}
    </Panel>
  );
}
