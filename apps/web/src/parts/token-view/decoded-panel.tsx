import type { DescribedMember } from '@signet/token/describe';
import type { JsonNode } from '@signet/token/json';
import type { Segment } from '@signet/token/parse';
import type { ReactElement } from 'react';
import { Choice } from '../../ui/choice/choice.tsx';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { printJson } from '../../ui/json/json-lines.ts';
import { JsonView } from '../../ui/json/json-view.tsx';
import { relativeTime } from '../../ui/language/figures.ts';
import { translate } from '../../ui/language/translate.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { ClaimsTable } from './claims-table.tsx';
import type { Dissection } from './model/inspection.ts';
import { NestedToken } from './nested-token.tsx';
import { words } from './words.ts';
import './decoded-panel.css';

export type DecodedView = 'claims' | 'json';
/** As much unreadable text as is worth looking at, in characters. */
const mostText = 20_000;

type PartName = 'header' | 'payload';
const views: readonly DecodedView[] = ['claims', 'json'];

interface DecodedPanelProps {
  readonly name: PartName;
  readonly view: DecodedView;
  readonly onView: (view: DecodedView) => void;
  readonly dissection: Dissection;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The payload was encrypted, and has been opened. */
  readonly isDecrypted?: boolean;
  /** Opens the token that the payload is. */
  readonly onOpenNested: (token: string) => void;
}

function Actions({ name, view, onView, dissection }: DecodedPanelProps): ReactElement {
  const title = words.parts[name];
  const segment = dissection[name];
  return (
    <>
      {segment?.content.kind === 'json' && (
        <Choice
          label={`${words.decoded.views}: ${title}`}
          value={view}
          onChoose={onView}
          options={views}
          names={words.decoded.view}
        />
      )}
      <CopyButton
        text={segment?.content.kind === 'json' ? () => textOf(segment) : textOf(segment)}
        label={words.decoded.copy(title.toLowerCase())}
        done={words.copied}
      />
    </>
  );
}

function textOf(segment: Segment | undefined): string {
  if (!segment) return '';
  const { content, bytes } = segment;
  if (content.kind === 'json') return printJson(content.root);
  return content.kind === 'text' ? content.text : readableStart(bytes);
}

/** The text up to the first byte that cannot stand where it does. */
function readableStart(bytes: Uint8Array): string {
  const [start = ''] = new TextDecoder().decode(bytes).split('\ufffd', 1);
  return start === '' ? '' : `${start}…`;
}

interface JsonProps {
  readonly name: PartName;
  readonly root: JsonNode;
  readonly members: readonly DescribedMember[];
  readonly now: number;
}

function Json({ name, root, members, now }: JsonProps): ReactElement {
  const times = new Map(members.map((member) => [member.name, member.time?.at]));
  const remark = (member: string): string | undefined => {
    const at = times.get(member);
    return at === undefined ? undefined : relativeTime(at, now);
  };
  const explain = (member: string): string | undefined => {
    const { meaning, rule } = members.find(({ name: each }) => each === member) ?? {};
    return meaning === undefined ? undefined : [translate(meaning), rule].filter(Boolean).join(' ');
  };
  return (
    <JsonView
      root={root}
      label={words.decoded.json(words.parts[name])}
      remark={remark}
      explain={explain}
      showAll={words.decoded.showAll}
    />
  );
}

/** What is not JSON, as text as far as it goes. */
function Text({ name, text }: { readonly name: PartName; readonly text: string }): ReactElement {
  if (text === '') return <p className="quiet-words">{words.broken[name]}</p>;
  return (
    <>
      <p className="quiet-words decoded-note">{words.decoded.lossy}</p>
      <pre className="json decoded-text" aria-label={words.decoded.text(words.parts[name])} role="document">
        {text.slice(0, mostText)}
      </pre>
    </>
  );
}

function Body({ name, view, dissection, now, onOpenNested }: DecodedPanelProps): ReactElement {
  const segment = dissection[name];
  const members = name === 'header' ? dissection.described.header : dissection.described.claims;
  if (dissection.parsed.kind === 'empty') return <p className="quiet-words">{words.empty[name]}</p>;
  if (name === 'payload' && isAbsent(segment)) {
    const { kind, isDetached } = dissection.parsed;
    if (kind === 'encrypted') return <p className="quiet-words">{words.encrypted}</p>;
    if (isDetached) return <p className="quiet-words">{words.detached}</p>;
  }
  if (name === 'payload' && dissection.nested !== undefined) {
    return <NestedToken token={dissection.nested} onOpen={onOpenNested} />;
  }
  if (segment?.content.kind !== 'json') return <Text name={name} text={textOf(segment)} />;
  const { root } = segment.content;
  // Only an object has members to explain.
  return view === 'json' || root.kind !== 'object' ? (
    <Json name={name} root={root} members={members} now={now} />
  ) : (
    <ClaimsTable members={members} label={words.parts[name]} now={now} />
  );
}

function noteOf({ name, dissection, isDecrypted = false }: DecodedPanelProps): string {
  const size = words.bytes(dissection[name]?.bytes.length ?? 0);
  return name === 'payload' && isDecrypted ? `${words.decrypted}, ${size}` : size;
}

/** The payload is not in the token: it is encrypted, or stands beside it. */
function isAbsent(segment: Segment | undefined): boolean {
  return segment === undefined || segment.bytes.length === 0;
}

/** The header or the payload, decoded. */
export function DecodedPanel(props: DecodedPanelProps): ReactElement {
  const { name } = props;
  const segment = props.dissection[name];
  return (
    <Panel
      title={words.parts[name]}
      part={name}
      note={segment && noteOf(props)}
      actions={segment && <Actions {...props} />}
      className={`decoded-${name}`}
    >
      <Body {...props} />
    </Panel>
  );
}
