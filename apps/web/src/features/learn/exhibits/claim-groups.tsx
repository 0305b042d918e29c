import { type DescribedMember, describeToken } from '@signet/token/describe';
import { parseToken } from '@signet/token/parse';
import { type ReactElement, useMemo } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import { CopyButton } from '../../../ui/copy/copy-button.tsx';
import { printInline } from '../../../ui/json/json-text.ts';
import { relativeTime } from '../../../ui/language/figures.ts';
import { translate } from '../../../ui/language/translate.ts';
import { Panel } from '../../../ui/panel/panel.tsx';
import { TokenText } from '../parts/token-text.tsx';
import { words } from '../words/words.ts';
import type { ExhibitProps } from './exhibit.ts';
import './claim-groups.css';

type Group = 'registered' | 'public' | 'private';
const groups: readonly Group[] = ['registered', 'public', 'private'];

/** RFC 7519 §4: on the list of IANA, or with a name of one's own inside, or agreed between two sides. */
function groupOf({ name, meaning }: DescribedMember): Group {
  if (meaning !== undefined) return 'registered';
  return name.includes('://') ? 'public' : 'private';
}

function valueText({ value, time }: DescribedMember, now: number): string {
  const text = printInline(value);
  return time === undefined ? text : `${text} · ${relativeTime(time.at, now)}`;
}

function Claim({ member, now }: { readonly member: DescribedMember; readonly now: number }): ReactElement {
  const meaning = translate(member.meaning) ?? words.claims.meanings[member.name] ?? '';
  return (
    <tr>
      <th scope="row">
        <code>{member.name}</code>
      </th>
      <td className="mono">{valueText(member, now)}</td>
      <td className="claim-says">
        {meaning} {member.rule !== undefined && <Prose text={member.rule} />}
      </td>
    </tr>
  );
}

/** The claims of the token, in the three kinds. */
export function ClaimGroups({ live }: ExhibitProps): ReactElement {
  const { claims } = useMemo(() => describeToken(parseToken(live.token), { now: live.issuedAt }), [live]);
  const copy = <CopyButton text={live.token} label={words.token.copy} done={words.copied} />;
  return (
    <Panel title={words.token.title} note={words.token.note} actions={copy} className="part-payload">
      <div className="claims-token">
        <TokenText token={live.token} chosen="payload" />
      </div>
      {groups.map((group) => (
        <table key={group} className="claim-group">
          <caption>{words.claims[group]}</caption>
          <tbody>
            {claims
              .filter((member) => groupOf(member) === group)
              .map((member) => (
                <Claim key={member.name} member={member} now={live.issuedAt * 1000} />
              ))}
          </tbody>
        </table>
      ))}
    </Panel>
  );
}
