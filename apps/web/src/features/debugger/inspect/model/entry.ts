import type { FoundToken } from '@signet/token/parse';
import { mostCharacters, takeApart } from '../../../../parts/token-view/model/dissect.ts';
import type { SecretEncoding } from '../../keys/key-reading.ts';
import type { FieldName, Known } from '../profile/model/fields.ts';
import type { Linked } from './linked.ts';
import type { Mend } from './mend.ts';
import type { SampleName } from './sample-names.ts';

/** What the reader has put in. */
export interface Entry {
  readonly token: string;
  readonly key: string;
  readonly encoding: SecretEncoding;
  /** Opens an encrypted PEM file. */
  readonly password: string;
  /** What a detached signature is over. */
  readonly payload: string;
  /** Which of several signatures is shown. */
  readonly shown: number;
  /** What the reader knows beside the token. */
  readonly known: Known;
  /** What was taken away around the pasted token, in words. */
  readonly removed: readonly string[];
  /** The tokens of the pasted text, where there were several: the first lies on the desk until one is picked. */
  readonly choices: readonly FoundToken[];
  /** The key came with a link: whoever made the link chose it, not the reader. */
  readonly isLinked?: true;
  /** The key came from this address, to which the token itself led: its writer chose it, not the reader. */
  readonly keyFrom?: string;
  /** It is a sample of ours: the first paste clears it away, and it is no token that the reader has looked at. */
  readonly isSample?: true;
  /** The change that a button made, until something else changes. */
  readonly mended?: { readonly label: string; readonly before: Entry };
}

/** What can be done with the entry. */
export interface EntryActions {
  readonly setToken: (text: string, pasted: boolean) => void;
  readonly setKey: (text: string, pasted?: boolean) => void;
  /** Takes the bytes of a key file. */
  readonly setKeyFile: (bytes: Uint8Array) => void;
  readonly setEncoding: (encoding: SecretEncoding) => void;
  readonly setPassword: (password: string) => void;
  readonly setPayload: (text: string) => void;
  readonly show: (entry: number) => void;
  /** Puts another token of the pasted text on the desk. */
  readonly pick: (choice: FoundToken) => void;
  /** Takes what the reader knows beside the token. */
  readonly tell: (name: FieldName, text: string) => void;
  /** Changes the key as a finding advises; `undo` takes that back. */
  readonly mend: (mend: Mend) => void;
  /** Puts the token inside in the place of the one around it; `undo` takes that back. */
  readonly openNested: (token: string) => void;
  readonly undo: () => void;
  /** Puts in what a link carried. */
  readonly openLink: (linked: Linked) => void;
  /** Puts in the key of a link whose token lies on the desk already. */
  readonly giveLinkedKey: (linked: Linked) => void;
  /** Puts in a key from an address to which the token itself led. */
  readonly takeForeignKey: (text: string, from: string) => void;
  /** The reader says that the key of the link or address is the right one. */
  readonly trustKey: () => void;
  /** Puts in a token that the reader has just made, with its public key and the payload that it leaves out. */
  readonly open: (token: string, key: string, payload?: string) => void;
  readonly clear: () => void;
  readonly takeSample: (name?: SampleName) => void;
}

/** An empty desk. */
export const nothing: Entry = {
  token: '',
  key: '',
  encoding: 'utf8',
  password: '',
  payload: '',
  shown: 0,
  known: {},
  removed: [],
  choices: [],
};

/** A pasted text loses at once what was around the token; typed text stays as it is. */
export function accept(
  text: string,
  pasted: boolean,
): Pick<Entry, 'token' | 'removed' | 'choices' | 'shown'> {
  // A text that is too long stays as it is, to be told why it is not read.
  if (!pasted || text.length > mostCharacters) return { token: text, removed: [], choices: [], shown: 0 };
  const { token, tail = '', removed, choices = [] } = takeApart(text);
  return { token: token + tail, removed, choices, shown: 0 };
}
