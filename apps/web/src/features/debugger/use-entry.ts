import { useState } from 'react';
import { dissect } from './model/dissect.ts';
import type { SecretEncoding } from './model/key-reading.ts';
import type { Linked } from './model/link.ts';
import type { Mend } from './model/mend.ts';
import { makeSample } from './model/sample.ts';

/** What the reader has put in. */
export interface Entry {
  readonly token: string;
  readonly key: string;
  readonly encoding: SecretEncoding;
  /** What was taken away around the pasted token, in words. */
  readonly removed: readonly string[];
  /** The key came with a link: whoever made the link chose it, not the reader. */
  readonly isLinked?: true;
  /** The change that a button made, until something else changes. */
  readonly mended?: { readonly label: string; readonly before: Entry };
}

/** What can be done with the entry. */
export interface EntryActions {
  readonly setToken: (text: string, pasted: boolean) => void;
  readonly setKey: (text: string) => void;
  readonly setEncoding: (encoding: SecretEncoding) => void;
  /** Changes the key as a finding advises; `undo` takes that back. */
  readonly mend: (mend: Mend) => void;
  readonly undo: () => void;
  /** Puts in what a link carried. */
  readonly openLink: (linked: Linked) => void;
  /** The reader says that the key of the link is the right one. */
  readonly trustKey: () => void;
  /** Puts in a token that the reader has just made, with its public key. */
  readonly open: (token: string, key: string) => void;
  readonly clear: () => void;
  readonly useSample: () => void;
}

const nothing: Entry = { token: '', key: '', encoding: 'utf8', removed: [] };

/** A pasted text loses at once what was around the token; typed text stays as it is. */
function accept(text: string, pasted: boolean): Pick<Entry, 'token' | 'removed'> {
  if (!pasted) return { token: text, removed: [] };
  const { token, removed } = dissect(text).parsed;
  return { token, removed };
}

function linkedEntry({ token, key }: Linked): Entry {
  return { ...nothing, ...accept(token, true), ...(key !== undefined && { key, isLinked: true }) };
}

/** Token and key as they stand in the fields. They live in memory only. */
export function useEntry(start: Linked | undefined): readonly [Entry, EntryActions] {
  const [entry, setEntry] = useState(() => (start ? linkedEntry(start) : nothing));
  const change = (part: Partial<Entry>): void =>
    setEntry(({ mended: _mended, ...current }) => ({ ...current, ...part }));
  const actions: EntryActions = {
    setToken: (text, pasted) => change(accept(text, pasted)),
    setKey: (text) =>
      setEntry(({ mended: _mended, isLinked: _linked, ...current }) => ({ ...current, key: text })),
    setEncoding: (encoding) => change({ encoding }),
    mend: ({ label, key, encoding }) =>
      setEntry((before) => ({ ...before, key, encoding, mended: { label, before } })),
    undo: () => setEntry((current) => current.mended?.before ?? current),
    openLink: (linked) => setEntry(linkedEntry(linked)),
    trustKey: () => setEntry(({ isLinked: _linked, ...current }) => current),
    open: (token, key) => setEntry({ ...nothing, ...accept(token, true), key }),
    clear: () => setEntry(nothing),
    useSample: () => {
      void makeSample(Date.now()).then((sample) => setEntry({ ...nothing, ...sample }));
    },
  };
  return [entry, actions];
}
