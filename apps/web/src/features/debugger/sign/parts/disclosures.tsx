import { decodeBase64url } from '@signet/token/base64url';
import { decodeUtf8 } from '@signet/token/parse';
import type { ReactElement } from 'react';
import { words } from '../words.ts';

interface DisclosuresProps {
  readonly texts: readonly string[];
}

/** The disclosures of a new SD-JWT, as the holder gets them: salt, name and value (RFC 9901 §4.2). */
export function Disclosures({ texts }: DisclosuresProps): ReactElement | null {
  if (texts.length === 0) return null;
  return (
    <section className="draft-public" aria-label={words.disclosure.made}>
      <div className="draft-public-head">
        <h3 className="draft-public-title">{words.disclosure.made}</h3>
      </div>
      <ol className="own-disclosures">
        {texts.map((text) => (
          <li key={text}>
            <code>{decodeUtf8(decodeBase64url(text).bytes)}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
