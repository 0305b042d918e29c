import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { useAsking } from '../../mailed/use-asking.ts';
import type { Proof } from '../../model/proof.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { textOf } from '../../parts/text-of.ts';
import { words as gateWords } from '../../words.ts';
import type { OwnAccount } from '../own-account.ts';
import { PanelForm } from './panel-form.tsx';
import { words } from './words.ts';

interface PasswordPanelProps {
  readonly username: string;
  readonly account: OwnAccount;
  /** Sessions may have ended. */
  readonly onChanged: () => void;
}

/** Changes the password for who knows the one of now. */
export function PasswordPanel({ username, account, onChanged }: PasswordPanelProps): ReactElement {
  const [titleId, rulesId] = [useId(), useId()];
  const [isOpen, setOpen] = useState(false);
  const asking = useAsking<{ readonly kind: 'done'; readonly ended: number }>();
  const { title, lead, open, field, missing, endOthers, action, changed } = words.password;
  const save = async (given: Proof & { newPassword: string; endOthers: boolean }) => {
    const answer = await account.changePassword(given);
    if (answer.kind === 'done') onChanged();
    return answer;
  };
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {isOpen && asking.done === undefined ? (
        <PanelForm
          username={username}
          action={action}
          asking={asking}
          field={{
            name: 'new-password',
            missing,
            show: (fault) => (
              <PasswordField
                label={field}
                name="new-password"
                autoComplete="new-password"
                fault={fault}
                hintedBy={rulesId}
              />
            ),
          }}
          onGiven={({ value, proof }, form) =>
            asking.start(() =>
              save({ ...proof, newPassword: value, endOthers: textOf(form, 'end-others') !== '' }),
            )
          }
          onCancel={() => setOpen(false)}
        >
          <ul className="gate-rules" id={rulesId}>
            {gateWords.change.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <label className="account-choice">
            <input type="checkbox" name="end-others" value="yes" defaultChecked />
            {endOthers}
          </label>
        </PanelForm>
      ) : (
        <p className="gate-line">{lead}</p>
      )}
      {!isOpen && (
        <Button className="account-button" onClick={() => setOpen(true)}>
          {open}
        </Button>
      )}
      <p className="account-news" role="status">
        {asking.done !== undefined && changed(asking.done.ended)}
      </p>
    </section>
  );
}
