import type { KnownIssuer } from '@signet/token/describe';
import type { ReactElement } from 'react';
import { translate } from '../../../../../ui/language/translate.ts';
import { words } from '../words.ts';

/** Whose token it is by the form of its members, and what is peculiar to that issuer's tokens. */
export function IssuerNote({
  issuer: { name, note, source },
}: {
  readonly issuer: KnownIssuer;
}): ReactElement {
  return (
    <p className="profile-issuer">
      <strong>{words.issuedBy(translate(name))}</strong> {translate(note)}{' '}
      <a className="finding-rule" href={`https://${source}`} rel="noreferrer" target="_blank">
        {source.split('/')[0]}
      </a>
    </p>
  );
}
