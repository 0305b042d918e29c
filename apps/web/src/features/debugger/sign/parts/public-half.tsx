import type { Jwk } from '@signet/token/keys';
import { type ReactElement, useState } from 'react';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { type KeyForm, publicForms } from '../model/key-forms.ts';
import { words } from '../words.ts';
import { DownloadButton } from './download-button.tsx';
import { FormChoice } from './form-choice.tsx';

interface PublicHalfProps {
  readonly jwk: Jwk;
  readonly title: string;
}

const fileNames: Readonly<Record<KeyForm, string>> = {
  jwk: 'public.jwk.json',
  pem: 'public.pem',
  jwks: 'jwks.json',
};

/** What may be given away, in each of its forms. */
export function PublicHalf({ jwk, title }: PublicHalfProps): ReactElement {
  const [chosen, setChosen] = useState<KeyForm>('jwk');
  const forms = publicForms(jwk);
  const form = forms[chosen] === undefined ? 'jwk' : chosen;
  const text = forms[form] ?? '';
  return (
    <section className="draft-public" aria-label={title}>
      <div className="draft-public-head">
        <h3 className="draft-public-title">{title}</h3>
        <FormChoice
          label={words.key.publicForm}
          forms={(['jwk', 'pem', 'jwks'] as const).filter((each) => forms[each] !== undefined)}
          form={form}
          onForm={setChosen}
        />
        <CopyButton text={text} label={words.key.copyPublic} done={words.copied} />
        <DownloadButton text={text} label={words.key.savePublic} fileName={fileNames[form]} />
      </div>
      <pre className="json draft-public-text" role="document" aria-label={title}>
        {text}
      </pre>
    </section>
  );
}
