import type { Jwk } from '@signet/token/keys';
import { type ReactElement, useId } from 'react';
import { Choice } from '../../../../ui/choice/choice.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { KeyPassword } from '../../keys/key-password.tsx';
import { type SecretEncoding, secretEncodings } from '../../keys/key-reading.ts';
import { privateForms } from '../model/key-forms.ts';
import { isEncryptedPem, type KeyText } from '../model/key-text.ts';
import { words } from '../words.ts';
import { DownloadButton } from './download-button.tsx';
import { FormChoice } from './form-choice.tsx';

interface KeyFieldProps {
  readonly value: KeyText;
  /** The same key as JWK, once it has been read. */
  readonly jwk?: Jwk | undefined;
  readonly isSecret: boolean;
  readonly label: string;
  readonly placeholder: string;
  readonly onText: (text: string) => void;
  readonly onEncoding: (encoding: SecretEncoding) => void;
  readonly onPassword: (password: string) => void;
}

function Encoding({ value, onEncoding }: Pick<KeyFieldProps, 'value' | 'onEncoding'>): ReactElement {
  const nameId = useId();
  return (
    <>
      <span className="draft-label" id={nameId}>
        {words.key.encoding}
      </span>
      <Choice
        labelledBy={nameId}
        value={value.encoding}
        onChoose={onEncoding}
        options={secretEncodings}
        names={words.key.encodings}
      />
    </>
  );
}

/** A key as text: pasted or made here, written in the form that the reader likes, copied or saved. */
export function KeyField(props: KeyFieldProps): ReactElement {
  const { value, jwk, isSecret, label, placeholder, onText, onEncoding, onPassword } = props;
  const forms = jwk && jwk['kty'] !== 'oct' ? privateForms(jwk) : undefined;
  const isPem = value.text.includes('-----BEGIN');
  const isPlain = isSecret && !value.text.trimStart().startsWith('{');
  return (
    <>
      <div className="draft-row draft-times">
        {forms && (
          <FormChoice
            label={words.key.privateForm}
            forms={forms.pem === undefined ? ['jwk'] : ['jwk', 'pem']}
            form={isPem ? 'pem' : 'jwk'}
            onForm={(form) => onText(forms[form] ?? value.text)}
          />
        )}
        {isPlain && <Encoding value={value} onEncoding={onEncoding} />}
        <span className="draft-gap" />
        <CopyButton
          text={value.text}
          label={isSecret ? words.key.copySecret : words.key.copyPrivate}
          done={words.copied}
        />
        <DownloadButton
          text={value.text}
          label={isSecret ? words.key.saveSecret : words.key.savePrivate}
          fileName={isPem ? 'private.pem' : isPlain ? 'secret.txt' : 'private.jwk.json'}
        />
      </div>
      <TextEditor
        className={isPlain ? 'draft-key-short' : 'draft-key'}
        label={label}
        placeholder={placeholder}
        value={value.text}
        onChange={onText}
      />
      {isEncryptedPem(value.text) && <KeyPassword password={value.password ?? ''} onPassword={onPassword} />}
    </>
  );
}
