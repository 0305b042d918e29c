import type { DescribedMember } from '@signet/token/describe';
import { memo, type ReactElement, useMemo, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { translate } from '../../ui/language/translate.ts';
import { useOncePainted } from '../../ui/latest/use-once-painted.ts';
import { Moment } from '../../ui/moment/moment.tsx';
import { ClaimValue } from './claim-value.tsx';
import { printName } from './model/claim-shape.ts';
import { Shortened } from './shortened.tsx';
import { words } from './words.ts';
import './claims-table.css';

interface ClaimsTableProps {
  readonly members: readonly DescribedMember[];
  readonly label: string;
  readonly now: number;
}

/** Of a row on one line, in pixels: what a row takes as long as it was not laid out. */
const rowHeight = 34;
/** What always stands above the rows, in pixels. */
const above = 300;

/** As many rows as a window can show: they are drawn in the frame of the paste. */
function rowsAtFirst(): number {
  return Math.max(8, Math.ceil((window.innerHeight - above) / rowHeight));
}

/** As many as stand there once the others have followed; the rest is one click away. */
const rowsAtOnce = 200;
/** As many rows as the browser lays out together. */
const rowsInGroup = 100;

/** In characters. */
const longestName = 28;

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
        <Shortened
          text={printName(name)}
          most={longestName}
          className={duplicate ? 'claim-name json-duplicate' : 'claim-name'}
        />
        {duplicate && <span className="claim-duplicate">{words.decoded.duplicate}</span>}
      </th>
      <td>
        {time && now !== undefined && <Moment at={time.at} now={now} />}
        <ClaimValue value={value} />
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

const Rows = memo(({ members, now }: RowsProps): readonly ReactElement[] =>
  members.map((member, index) => {
    const place = `${index}:${member.name}`; // Names may repeat; rows are never reordered.
    return <Row key={place} member={member} now={member.time && now} />;
  }),
);

/** The rows below the first ones, in groups. */
interface Following {
  /** All that are described, to tell one token from another. */
  readonly members: readonly DescribedMember[];
  readonly groups: readonly (readonly DescribedMember[])[];
}

const nothing: Following = { members: [], groups: [] };

function grouped(members: readonly DescribedMember[]): Following['groups'] {
  return Array.from({ length: Math.ceil(members.length / rowsInGroup) }, (_, group) =>
    members.slice(group * rowsInGroup, (group + 1) * rowsInGroup),
  );
}

interface FollowingRowsProps extends RowsProps {
  /** They are those of the token before, until the frame with this one is painted: to replace them takes its time. */
  readonly isPast: boolean;
  /**
   * Laid out only when they come into sight. Their height is a guess until then, so nothing to press may stand
   * below them: it would move away between the press and the release.
   */
  readonly isLate: boolean;
}

const FollowingRows = memo(({ members, now, isPast, isLate }: FollowingRowsProps): ReactElement => {
  const look = isLate ? 'claims-late' : undefined;
  return (
    <tbody
      className={isPast ? 'claims-past' : look}
      style={{ containIntrinsicBlockSize: `auto ${members.length * rowHeight}px` }}
    >
      <Rows members={members} now={now} />
    </tbody>
  );
});

/** Every member with its value and one sentence about what it means. */
export function ClaimsTable({ members, label, now }: ClaimsTableProps): ReactElement {
  const [shownWhole, showWhole] = useState<readonly DescribedMember[]>();
  const isWhole = shownWhole === members;
  const [first, following] = useMemo(() => {
    const count = rowsAtFirst();
    const rest = members.slice(count, isWhole ? undefined : rowsAtOnce);
    return [members.slice(0, count), { members, groups: grouped(rest) }];
  }, [members, isWhole]);
  const drawn = useOncePainted(following, nothing);
  return (
    <>
      <table className="claims" aria-label={label}>
        <thead>
          <tr>
            {[words.decoded.member, words.decoded.value, words.decoded.meaning].map((title) => (
              <th key={title} scope="col">
                <span className="visually-hidden">{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows members={first} now={now} />
        </tbody>
        {drawn.groups.map((group, index) => {
          const place = `${index}`; // Groups are never reordered.
          return (
            <FollowingRows
              key={place}
              members={group}
              now={now}
              isPast={drawn.members !== members}
              isLate={index >= rowsAtOnce / rowsInGroup}
            />
          );
        })}
      </table>
      {!isWhole && members.length > rowsAtOnce && (
        <Button className="show-all" onClick={() => showWhole(members)}>
          {words.decoded.showAllMembers(members.length)}
        </Button>
      )}
    </>
  );
}
