import { VisuallyHidden } from '@mantine/core';
import type { DescribedMember, JsonNode } from '@signet/token';
import { Activity, memo, type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { printInline } from '../../../ui/json/json-text.ts';
import { translate } from '../../../ui/language/translate.ts';
import { Moment } from '../../../ui/moment/moment.tsx';
import { useIsDrawn } from '../use-is-drawn.ts';
import { words } from '../words.ts';
import './claims-table.css';

interface ClaimsTableProps {
  readonly members: readonly DescribedMember[];
  readonly label: string;
  readonly now: number;
}

/** As many rows as a browser draws within the frame of the paste: more than a window shows. */
const rowsAtFirst = 24;
/** As many as stand there once the others have followed; the rest is one click away. */
const rowsAtOnce = 200;

function Value({ value }: { readonly value: JsonNode }): ReactElement {
  return <code className={`claim-value json-${value.kind}`}>{printInline(value)}</code>;
}

interface RowProps {
  readonly member: DescribedMember;
  /** Only for a time: every other row stays as it is while the clock goes on. */
  readonly now: number | undefined;
}

const Row = memo(({ member, now }: RowProps): ReactElement => {
  const { name, value, duplicate, meaning, rule, time } = member;
  return (
    <tr>
      <th scope="row">
        <code className={duplicate ? 'json-duplicate' : ''}>{name}</code>
        {duplicate && <span className="claim-duplicate">{words.decoded.duplicate}</span>}
      </th>
      <td>
        {time && now !== undefined && <Moment at={time.at} now={now} />}
        <Value value={value} />
      </td>
      <td className="claim-meaning">
        {translate(meaning) ?? words.decoded.unregistered}{' '}
        {rule && <span className="claim-rule">{rule}</span>}
      </td>
    </tr>
  );
});

interface RowsProps {
  readonly members: readonly DescribedMember[];
  readonly now: number;
}

function Rows({ members, now }: RowsProps): ReactElement {
  return (
    <tbody>
      {members.map((member, index) => {
        const place = `${index}:${member.name}`; // Names may repeat; rows are never reordered.
        return <Row key={place} member={member} now={member.time && now} />;
      })}
    </tbody>
  );
}

/** Every member with its value and one sentence about what it means. */
export function ClaimsTable({ members, label, now }: ClaimsTableProps): ReactElement {
  const [shownWhole, showWhole] = useState<readonly DescribedMember[]>();
  const isWhole = shownWhole === members;
  const isDrawn = useIsDrawn(members);
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
        <Rows members={members.slice(0, rowsAtFirst)} now={now} />
        <Activity mode={isDrawn ? 'visible' : 'hidden'}>
          <Rows members={members.slice(rowsAtFirst, isWhole ? undefined : rowsAtOnce)} now={now} />
        </Activity>
      </table>
      {!isWhole && members.length > rowsAtOnce && (
        <Button className="show-all" onClick={() => showWhole(members)}>
          {words.decoded.showAllMembers(members.length)}
        </Button>
      )}
    </>
  );
}
