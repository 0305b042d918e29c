import { VisuallyHidden } from '@mantine/core';
import type { DescribedMember, JsonNode } from '@signet/token';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { printInline } from '../../../ui/json/json-text.ts';
import { translate } from '../../../ui/language/translate.ts';
import { Moment } from '../../../ui/moment/moment.tsx';
import { words } from '../words.ts';
import './claims-table.css';

interface ClaimsTableProps {
  readonly members: readonly DescribedMember[];
  readonly label: string;
  readonly now: number;
}

/** As many rows as a browser lays out within a frame; the rest is one click away. */
const rowsAtOnce = 200;

function Value({ value }: { readonly value: JsonNode }): ReactElement {
  return <code className={`claim-value json-${value.kind}`}>{printInline(value)}</code>;
}

function Row({ member, now }: { readonly member: DescribedMember; readonly now: number }): ReactElement {
  const { name, value, duplicate, meaning, rule, time } = member;
  return (
    <tr>
      <th scope="row">
        <code className={duplicate ? 'json-duplicate' : ''}>{name}</code>
        {duplicate && <span className="claim-duplicate">{words.decoded.duplicate}</span>}
      </th>
      <td>
        {time && <Moment at={time.at} now={now} />}
        <Value value={value} />
      </td>
      <td className="claim-meaning">
        {translate(meaning) ?? words.decoded.unregistered}{' '}
        {rule && <span className="claim-rule">{rule}</span>}
      </td>
    </tr>
  );
}

/** Every member with its value and one sentence about what it means. */
export function ClaimsTable({ members, label, now }: ClaimsTableProps): ReactElement {
  const [whole, setWhole] = useState(false);
  const shown = whole ? members : members.slice(0, rowsAtOnce);
  return (
    <>
      <table className="claims" aria-label={label}>
        <colgroup>
          <col className="claims-name" />
          <col className="claims-value" />
          <col />
        </colgroup>
        <thead>
          <tr>
            {[words.decoded.member, words.decoded.value, words.decoded.meaning].map((title) => (
              <th key={title} scope="col">
                <VisuallyHidden>{title}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((member, index) => {
            const place = `${index}:${member.name}`; // Names may repeat; rows are never reordered.
            return <Row key={place} member={member} now={now} />;
          })}
        </tbody>
      </table>
      {shown.length < members.length && (
        <Button className="show-all" onClick={() => setWhole(true)}>
          {words.decoded.showAllMembers(members.length)}
        </Button>
      )}
    </>
  );
}
