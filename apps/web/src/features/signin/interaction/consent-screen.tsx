import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import type { OrganizationName } from '../model/interaction.ts';
import { Card } from '../parts/card.tsx';
import { Named } from '../parts/named.tsx';
import { ScopeList } from '../parts/scope-text.tsx';
import { words } from '../words.ts';
import type { InteractionProps } from './login-screen.tsx';

/** What the app asks for, scope by scope in words, and a yes or a no. */
export function ConsentScreen({ interaction, answer }: InteractionProps): ReactElement {
  const { client, scopes, agreed = [], audience, person, forDevice, organization } = interaction;
  const more = scopes.filter((scope) => !agreed.includes(scope));
  const isMore = agreed.length > 0 && more.length > 0;
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
      {organization !== undefined && <ActsIn organization={organization} />}
      {forDevice === true && <p className="gate-line">{consent.forDevice}</p>}
      <p className="gate-line">{isMore ? consent.asksMore : consent.asks}</p>
      <ScopeList scopes={isMore ? more : scopes} />
      {isMore && (
        <>
          <p className="gate-line">{consent.agreedBefore}</p>
          <ScopeList scopes={agreed} />
        </>
      )}
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

const place = '\u0000';

/** Both names, within the sentence: what people see may be of anybody's choice, the other is its own alone. */
function ActsIn({ organization }: { readonly organization: OrganizationName }): ReactElement {
  const [before, after] = words.consent.actsIn(place).split(place);
  return (
    <p className="gate-line">
      {before}
      <bdi className="gate-name">{organization.displayName}</bdi> (<code>{organization.name}</code>){after}
    </p>
  );
}
