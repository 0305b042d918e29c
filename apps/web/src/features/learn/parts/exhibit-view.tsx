import { decodeBase64url } from '@signet/token/base64url';
import { decodeUtf8 } from '@signet/token/parse';
import type { ReactElement } from 'react';
import type { Exhibit } from '../lab/attack.ts';
import { TokenText } from './token-text.tsx';

/** Header or payload in clear, so that nobody has to decode in the head. */
function decoded(token: string, index: number): string {
  return decodeUtf8(decodeBase64url(token.split('.')[index] ?? '').bytes) ?? '';
}

/** What a step brought forth. */
export function ExhibitView({ exhibit }: { readonly exhibit: Exhibit }): ReactElement {
  if (exhibit.kind === 'text') return <pre className="attack-exhibit">{exhibit.text}</pre>;
  return (
    <div className="attack-exhibit">
      <TokenText token={exhibit.token} />
      <p className="attack-decoded">
        <code className="part-header">{decoded(exhibit.token, 0)}</code>
        <code className="part-payload">{decoded(exhibit.token, 1)}</code>
      </p>
    </div>
  );
}
