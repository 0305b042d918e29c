import { useState } from 'react';
import { fetchKeyFiles, fetchNested, fetchSamples } from './fetch-parts.ts';
import { words as insideWords } from './inside/words.ts';
import { accept, type Entry, type EntryActions, nothing } from './model/entry.ts';
import type { Linked } from './model/linked.ts';
import type { Sample } from './model/sample.ts';

function linkedEntry({ token, key }: Linked): Entry {
  return { ...nothing, ...accept(token, true), ...(key !== undefined && { key, isLinked: true }) };
}

function withKey({ key, isLinked }: Entry): Partial<Entry> {
  return isLinked ? { key, isLinked } : {};
}

function sampleEntry(sample: Sample): Entry {
  return { ...nothing, ...sample, isSample: true };
}

/** What somebody brings takes the place of a sample, token and key: neither goes with it. */
function withoutSample(entry: Entry): Entry {
  return entry.isSample ? nothing : entry;
}

type SetEntry = (entry: Entry | ((before: Entry) => Entry)) => void;

function actionsOn(setEntry: SetEntry): EntryActions {
  const change = (part: Partial<Entry>): void =>
    setEntry(({ mended: _mended, ...current }) => ({ ...current, ...part }));
  return {
    setToken: (text, pasted) =>
      setEntry(({ mended: _mended, ...current }) => ({
        ...(pasted ? withoutSample(current) : current),
        ...accept(text, pasted),
      })),
    setKey: (key, pasted = false) =>
      setEntry(({ mended: _mended, isLinked: _linked, keyFrom: _from, ...current }) => ({
        ...(pasted ? withoutSample(current) : current),
        key,
      })),
    setKeyFile: (bytes) => {
      void fetchKeyFiles().then(({ readDroppedKey }) =>
        setEntry(({ mended: _mended, isLinked: _linked, keyFrom: _from, ...current }) => ({
          ...withoutSample(current),
          ...readDroppedKey(bytes),
        })),
      );
    },
    takeForeignKey: (key, keyFrom) =>
      setEntry(({ isLinked: _linked, ...current }) => ({ ...current, key, keyFrom })),
    setEncoding: (encoding) => change({ encoding }),
    setPassword: (password) =>
      setEntry(({ mended: _mended, isLinked: _linked, ...current }) => ({ ...current, password })),
    setPayload: (payload) => change({ payload }),
    show: (shown) => change({ shown }),
    pick: ({ token }) => change({ token, shown: 0 }),
    tell: (name, text) => setEntry((current) => ({ ...current, known: { ...current.known, [name]: text } })),
    mend: ({ label, key, encoding }) =>
      setEntry((before) => ({ ...before, key, encoding, mended: { label, before } })),
    openNested: (token) => {
      void fetchNested().then(({ nestedEntry }) =>
        setEntry((before) => ({
          ...nestedEntry(before, token),
          mended: { label: insideWords.nested.opened, before },
        })),
      );
    },
    undo: () => setEntry((current) => current.mended?.before ?? current),
    openLink: (linked) => setEntry(linkedEntry(linked)),
    giveLinkedKey: (linked) =>
      setEntry((current) => {
        const whole = linkedEntry(linked);
        // What the reader has brought in the meantime stays.
        return current.token === whole.token && current.key === ''
          ? { ...current, ...withKey(whole) }
          : current;
      }),
    trustKey: () => setEntry(({ isLinked: _linked, keyFrom: _from, ...current }) => current),
    open: (token, key, payload = '') => setEntry({ ...nothing, ...accept(token, true), key, payload }),
    clear: () => setEntry(nothing),
    takeSample: (name = 'access-token') => {
      void fetchSamples()
        .then(({ makeSampleOf }) => makeSampleOf(name, Date.now()))
        .then((sample) => setEntry(sampleEntry(sample)));
    },
  };
}

/** Token and key as they stand in the fields, and what can be done with them. They live in memory only. */
export function useEntry(
  start: Linked | undefined,
  sample: Sample | undefined,
): readonly [Entry, EntryActions] {
  const [entry, setEntry] = useState(() => {
    if (start) return linkedEntry(start);
    return sample ? sampleEntry(sample) : nothing;
  });
  // Always the same, so that a field that has not changed need not be drawn anew.
  const [actions] = useState(() => actionsOn(setEntry));
  return [entry, actions];
}
