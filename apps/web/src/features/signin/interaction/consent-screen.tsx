import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../parts/card.tsx';
import { Named } from '../parts/named.tsx';
import { words } from '../words.ts';
import type { InteractionProps } from './login-screen.tsx';

/** What the app asks for, scope by scope in words, and a yes or a no. */
export function ConsentScreen({ interaction, answer }: InteractionProps): ReactElement {
  const { client, scopes, audience, person, forDevice, organization } = interaction;
  const { consent } = words;
  const [isBusy, setBusy] = useState(false);
  const give = (given: 'continue' | 'deny'): void => {
    if (isBusy) return;
    setBusy(true);
    void answer(given);
  };
  const who = person && <Named text={consent.signedInAs(person.username)} name={person.username} />;
  return (
    <Card title={<Named text={consent.title(client.name)} name={client.name} />} lead={who} isTold>
      {organization !== undefined && (
        <p className="gate-line">
          <Named text={consent.actsIn(organization.displayName)} name={organization.displayName} />{' '}
          <code>{organization.name}</code>
        </p>
      )}
      {forDevice === true && <p className="gate-line">{consent.forDevice}</p>}
      <p className="gate-line">{consent.asks}</p>
      <ul className="gate-scopes">
        {scopes.map((scope) => (
          <li key={scope}>
            <ScopeText scope={scope} />
          </li>
        ))}
      </ul>
      {audience !== undefined && (
        <p className="gate-line">
          {consent.audience} <code>{audience}</code>
        </p>
      )}
      <Button
        weight="primary"
        className="gate-action"
        aria-disabled={isBusy}
        onClick={() => give('continue')}
      >
        {consent.allow}
      </Button>
      <Button className="gate-other" aria-disabled={isBusy} onClick={() => give('deny')}>
        {consent.deny}
      </Button>
    </Card>
  );
}

/** The scopes of OpenID Connect in words, with their name; one that an API defines by its name alone. */
function ScopeText({ scope }: { readonly scope: string }): ReactElement {
  const { scopes, scopeOfApi } = words.consent;
  const said = Object.entries(scopes).find(([name]) => name === scope)?.[1] ?? scopeOfApi;
  return (
    <>
      <span>{said}</span> <code>{scope}</code>
    </>
  );
}
