import type { JsonNode } from '@signet/token/json';
import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { printInline } from '../../ui/json/json-text.ts';
import { type Branching, countOf, entriesOf, fitsInline, isScalar } from './model/claim-shape.ts';
import { Shortened } from './shortened.tsx';
import { words } from './words.ts';
import './claim-value.css';

/** Trees of so many values stand open; what is larger is opened by the reader. */
const mostOpen = 24;
/** Entries of one branch that are drawn together; the rest is one click away. */
const mostEntries = 100;
/** In characters. */
const longestName = 28;
/** What stands in three lines of the column, in characters. */
const mostText = 120;

function Entries({ value }: { readonly value: Branching }): ReactElement {
  const [isWhole, showWhole] = useState(false);
  const all = entriesOf(value);
  const shown = isWhole ? all : all.slice(0, mostEntries);
  return (
    <>
      <ul className="claim-entries">
        {shown.map(({ name, duplicate, value: inner }, index) => {
          const place = `${index}`; // Names may repeat; entries are never reordered.
          return (
            <li key={place}>
              {name !== undefined && (
                <Shortened
                  text={name}
                  most={longestName}
                  className={duplicate ? 'claim-member json-duplicate' : 'claim-member'}
                />
              )}
              <ClaimValue value={inner} />
            </li>
          );
        })}
      </ul>
      {shown.length < all.length && (
        <Button onClick={() => showWhole(true)}>{words.decoded.showAllMembers(all.length)}</Button>
      )}
    </>
  );
}

/** A nested value as a tree: each branch says how much is in it, and opens and closes. */
function ClaimTree({ value }: { readonly value: Branching }): ReactElement {
  const [isOpen, setOpen] = useState(() => countOf(value, mostOpen) <= mostOpen);
  const count = value.kind === 'object' ? value.members.length : value.items.length;
  return (
    <div className="claim-tree">
      <button type="button" className="claim-branch" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {value.kind === 'object' ? words.decoded.members(count) : words.decoded.items(count)}
      </button>
      {isOpen && <Entries value={value} />}
    </div>
  );
}

/** A scalar or a short list on its line; anything else as a tree. */
export function ClaimValue({ value }: { readonly value: JsonNode }): ReactElement {
  if (!isScalar(value) && !fitsInline(value)) return <ClaimTree value={value} />;
  return <Shortened text={printInline(value)} most={mostText} className={`claim-value json-${value.kind}`} />;
}
