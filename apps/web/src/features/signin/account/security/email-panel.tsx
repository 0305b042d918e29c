import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import { useAsking } from '../../mailed/use-asking.ts';
import { isEmailForm } from '../../parts/email-form.ts';
import type { OwnAccount, OwnProfile } from '../own-account.ts';
import { PanelForm } from './panel-form.tsx';
import { words } from './words.ts';

interface EmailPanelProps {
  readonly profile: OwnProfile;
  readonly account: OwnAccount;
}

/** Where the person is written to. Another address counts once the link that is mailed there was followed. */
export function EmailPanel({ profile, account }: EmailPanelProps): ReactElement {
  const { username, email } = profile;
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const asking = useAsking<{ readonly kind: 'done' }>();
  const { title, none, verified, unverified, open, change, field, missing, action, sent } = words.email;
  const isShown = isOpen && asking.done === undefined;
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className="gate-line">
        {email === undefined ? none : (email.verified ? verified : unverified)(email.address)}
      </p>
      {isShown && (
        <PanelForm
          username={username}
          action={action}
          asking={asking}
          field={{
            name: 'email',
            missing,
            fits: isEmailForm,
            show: (fault) => (
              <LabelledField
                label={field}
                name="email"
                type="email"
                autoComplete="email"
                maxLength={320}
                defaultValue={email?.verified === false ? email.address : undefined}
                fault={fault}
              />
            ),
          }}
          onGiven={({ value, proof }) => asking.start(() => account.changeEmail(value, proof))}
          onCancel={() => setOpen(false)}
        />
      )}
      {!isOpen && (
        <Button className="account-button" onClick={() => setOpen(true)}>
          {email?.verified ? change : open}
        </Button>
      )}
      <p className="account-news" role="status">
        {asking.done !== undefined && sent}
      </p>
    </section>
  );
}
