import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import type { Choice, OrganizationName } from '../../model/interaction.ts';
import { Card } from '../../parts/card.tsx';
import { FaultNote } from '../../parts/fault-note.tsx';
import { Named } from '../../parts/named.tsx';
import { words } from '../../words.ts';
import type { InteractionProps } from '../login-screen.tsx';
import './choice.css';

interface ChoiceScreenProps extends InteractionProps {
  readonly choice: Choice;
}

/** From how many on one types to find one. */
const many = 9;

/** In the name of which organisation the person goes on to the app: one press each. */
export function ChoiceScreen({ interaction, answer, choice, fault }: ChoiceScreenProps): ReactElement {
  const { client, person } = interaction;
  const { organizations, orNone } = choice;
  const [isBusy, setBusy] = useState(false);
  const [typed, setTyped] = useState('');
  const give = (...given: Parameters<typeof answer>): void => {
    if (isBusy) return;
    setBusy(true);
    void answer(...given).finally(() => setBusy(false));
  };
  const fitting = organizations.filter((one) => fits(one, typed));
  const who = person && <Named text={words.consent.signedInAs(person.username)} name={person.username} />;
  return (
    <Card title={<Named text={words.choice.title(client.name)} name={client.name} />} lead={who} isTold>
      <FaultNote id={useId()} fault={fault} wait={0} />
      {organizations.length >= many && (
        <LabelledField
          label={words.choice.find}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <ul className="choice-list">
        {fitting.map((one) => (
          <li key={one.name}>
            <OrganizationButton
              organization={one}
              isBusy={isBusy}
              onClick={() => give('continue', { organization: one.name })}
            />
          </li>
        ))}
      </ul>
      <p className="choice-none" role="status">
        {fitting.length === 0 && words.choice.noneFits}
      </p>
      {orNone && (
        <Button className="gate-way" aria-disabled={isBusy} onClick={() => give('continue')}>
          {words.choice.without}
        </Button>
      )}
      <Button className="gate-other" aria-disabled={isBusy} onClick={() => give('deny')}>
        <span>
          <Named text={words.signIn.cancel(client.name)} name={client.name} />
        </span>
      </Button>
    </Card>
  );
}

interface OrganizationButtonProps {
  readonly organization: OrganizationName;
  readonly isBusy: boolean;
  readonly onClick: () => void;
}

/** By what people call it, and by the name that no other has. */
function OrganizationButton({ organization, isBusy, onClick }: OrganizationButtonProps): ReactElement {
  const { name, displayName } = organization;
  return (
    <button type="button" className="button choice-one" aria-disabled={isBusy} onClick={onClick}>
      <bdi className="gate-name">{displayName}</bdi> <code>{name}</code>
    </button>
  );
}

function fits({ name, displayName }: OrganizationName, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase();
  return name.includes(wanted) || displayName.toLocaleLowerCase().includes(wanted);
}
