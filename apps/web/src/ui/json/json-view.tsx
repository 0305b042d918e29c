import type { JsonNode } from '@signet/token/json';
import { type ReactElement, useMemo, useState } from 'react';
import { Button } from '../button/button.tsx';
import { Hint } from '../hint/hint.tsx';
import { type JsonLine, jsonLines } from './json-lines.ts';
import { printString } from './json-text.ts';
import './json.css';

interface JsonViewProps {
  readonly root: JsonNode;
  /** What this is, for screen readers. */
  readonly label: string;
  /** A few quiet words behind a member of the outermost object, such as a time in words. */
  readonly remark?: (name: string) => string | undefined;
  /** What a member of the outermost object means, on hover. The same must be said elsewhere for those without a pointer. */
  readonly explain?: (name: string) => string | undefined;
  /** The button that shows a long document whole. */
  readonly showAll: (lines: number) => string;
}

/** As many lines as a browser lays out within a frame; the rest is one click away. */
const linesAtOnce = 600;

interface LineProps {
  readonly line: JsonLine;
  readonly remark: string | undefined;
  readonly meaning: string | undefined;
}

type Member = NonNullable<JsonLine['member']>;

function Name({
  member,
  meaning,
}: {
  readonly member: Member;
  readonly meaning: string | undefined;
}): ReactElement {
  const look = member.duplicate ? 'json-name json-duplicate' : 'json-name';
  const name = <span className={look}>{printString(member.name.value)}</span>;
  return meaning === undefined ? name : <Hint text={meaning}>{name}</Hint>;
}

function Line({ line, remark, meaning }: LineProps): ReactElement {
  const { depth, member, kind, text, comma } = line;
  return (
    <span className="json-line" style={{ paddingInlineStart: `${depth * 2 + 2}ch` }}>
      {member && <Name member={member} meaning={meaning} />}
      {member && ': '}
      <span className={`json-${kind}`}>{text}</span>
      {comma && ','}
      {remark && <span className="json-remark" data-remark={remark} />}
      {'\n'}
    </span>
  );
}

/** JSON as written, indented and coloured by kind. */
export function JsonView({ root, label, remark, explain, showAll }: JsonViewProps): ReactElement {
  const [shownWhole, showWhole] = useState<JsonNode>();
  const lines = useMemo(() => jsonLines(root), [root]);
  const shown = shownWhole === root ? lines : lines.slice(0, linesAtOnce);
  const about = ({ depth, member }: JsonLine, say: JsonViewProps['remark']): string | undefined =>
    depth === 1 && member ? say?.(member.name.value) : undefined;
  return (
    <>
      <pre className="json" aria-label={label} role="document">
        {shown.map((line, index) => {
          const place = `${index}`; // Lines are never reordered: their place is their identity.
          return <Line key={place} line={line} remark={about(line, remark)} meaning={about(line, explain)} />;
        })}
      </pre>
      {shown.length < lines.length && (
        <Button className="show-all" onClick={() => showWhole(root)}>
          {showAll(lines.length)}
        </Button>
      )}
    </>
  );
}
