import { readKey } from '@signet/token/keys';
import { useState } from 'react';
import { mostCharacters, takeApart } from '../../../parts/token-view/model/dissect.ts';
import { readDroppedKey } from '../keys/read-dropped.ts';
import { fetchSamples } from './fetch-parts.ts';
import { words as insideWords } from './inside/words.ts';
import type { Entry, EntryActions } from './model/entry.ts';
import type { Linked } from './model/link.ts';
import type { Sample } from './model/sample.ts';

const nothing: Entry = {
  token: '',
  key: '',
  encoding: 'utf8',
  password: '',
  payload: '',
  shown: 0,
  known: {},
  removed: [],
};

/** A pasted text loses at once what was around the token; typed text stays as it is. */
function accept(text: string, pasted: boolean): Pick<Entry, 'token' | 'removed' | 'shown'> {
  if (!pasted) return { token: text, removed: [], shown: 0 };
  // It stays as it is, to be told why it is not read.
  if (text.length > mostCharacters) return { token: text, removed: [], shown: 0 };
  const { token, tail = '', removed } = takeApart(text);
  return { token: token + tail, removed, shown: 0 };
}

function linkedEntry({ token, key }: Linked): Entry {
  return { ...nothing, ...accept(token, true), ...(key !== undefined && { key, isLinked: true }) };
}

/** The token inside. A key set may hold the keys of both, and stays whose it was; a single key has done its work. */
export function nestedEntry({ key, isLinked, keyFrom, isSample }: Entry, token: string): Entry {
  const entry = { ...nothing, ...accept(token, true), ...(isSample && { isSample }) };
  if (readKey(key).kind !== 'jwks') return entry;
  return { ...entry, key, ...(isLinked && { isLinked }), ...(keyFrom !== undefined && { keyFrom }) };
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
    setKeyFile: (bytes) =>
      setEntry(({ mended: _mended, isLinked: _linked, keyFrom: _from, ...current }) => ({
        ...withoutSample(current),
        ...readDroppedKey(bytes),
      })),
    takeForeignKey: (key, keyFrom) =>
      setEntry(({ isLinked: _linked, ...current }) => ({ ...current, key, keyFrom })),
    setEncoding: (encoding) => change({ encoding }),
    setPassword: (password) =>
      setEntry(({ mended: _mended, isLinked: _linked, ...current }) => ({ ...current, password })),
    setPayload: (payload) => change({ payload }),
    show: (shown) => change({ shown }),
    tell: (name, text) => setEntry((current) => ({ ...current, known: { ...current.known, [name]: text } })),
    mend: ({ label, key, encoding }) =>
      setEntry((before) => ({ ...before, key, encoding, mended: { label, before } })),
    openNested: (token) =>
      setEntry((before) => ({
        ...nestedEntry(before, token),
        mended: { label: insideWords.nested.opened, before },
      })),
    undo: () => setEntry((current) => current.mended?.before ?? current),
    openLink: (linked) => setEntry(linkedEntry(linked)),
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
