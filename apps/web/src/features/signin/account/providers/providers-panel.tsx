import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { useAsking } from '../../mailed/use-asking.ts';
import type { Proof } from '../../model/proof.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { Named } from '../../parts/named.tsx';
import { PanelForm } from '../security/panel-form.tsx';
import type { OwnProvider } from './own-providers.ts';
import type { OwnProvidersWork } from './use-own-providers.ts';
import { words } from './words.ts';

interface ProvidersPanelProps {
  readonly username: string;
  readonly work: OwnProvidersWork;
}

/** Which other providers sign the person in, and how that is changed. Nothing where there are none. */
export function ProvidersPanel({ username, work }: ProvidersPanelProps): ReactElement | null {
  const [titleId, faultId] = [useId(), useId()];
  if (work.providers.length === 0) return null;
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      <p className="gate-line">{words.lead}</p>
      <FaultNote id={faultId} fault={work.fault} wait={0} />
      {work.providers.map((provider) => (
        <ProviderRow key={provider.issuer} username={username} provider={provider} work={work} />
      ))}
      <p className="account-news" role="status">
        {work.news !== undefined && words[work.news]}
      </p>
    </section>
  );
}

function ProviderRow({
  username,
  provider: { provider, name, issuer, joined },
  work,
}: ProvidersPanelProps & { readonly provider: OwnProvider }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const asking = useAsking<{ readonly kind: 'done' }>();
  const isJoined = joined !== undefined;
  const said = isJoined ? words.signsIn(name, joined.email) : words.doesNot(name);
  const action = isJoined ? words.part(name) : words.join(name);
  const change = (proof: Proof) =>
    isJoined || provider === undefined ? work.part(issuer, proof) : work.join(provider, proof);
  return (
    <>
      <p className="gate-line">
        <Named text={said} name={name} />
      </p>
      {isOpen ? (
        <PanelForm
          username={username}
          action={action}
          asking={asking}
          onGiven={({ proof }) =>
            asking.start(async () => {
              const answer = await change(proof);
              if (answer.kind === 'done') setOpen(false);
              return answer;
            })
          }
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button className="account-button" onClick={() => setOpen(true)}>
          {action}
        </Button>
      )}
    </>
  );
}
