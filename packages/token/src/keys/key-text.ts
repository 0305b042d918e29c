import { readJson } from '../json/read-json.ts';
import { toValue } from '../json/to-value.ts';
import type { KeyText } from './found-key.ts';
import type { KeyRefusal } from './key.ts';
import { keyInBase64 } from './key-in-base64.ts';
import { keyInJson } from './key-in-json.ts';
import { keyCut, keyElsewhere, keyUnreadable, notAKey } from './key-refusals.ts';
import { hasPemLine, readLoosePem } from './loose-pem.ts';
import { looksLikeOpenSsh } from './open-ssh.ts';

/** A key in a string of JSON in a line of a file: deeper ones are nobody's mistake. */
const mostWrappings = 4;

/** Finds the key in a text as people have it, or names what it is in place of a key. Never throws. */
export function readKeyText(written: string, wrappings = 0): KeyText {
  const text = written.replace(/^\ufeff/, '').trim();
  if (wrappings > mostWrappings) return { kind: 'other', found: [] };
  const inside = (inner: string, found: string): KeyText => {
    const read = readKeyText(inner, wrappings + 1);
    return { ...read, found: [found, ...read.found] };
  };
  // JSON first: the members of a key that mean nothing may hold PEM (RFC 7517 §4).
  if (/^[{[]/.test(text)) return readJsonText(text, inside);
  if (hasPemLine(text)) return readLoosePem(text);
  if (looksLikeOpenSsh(text)) return { kind: 'open-ssh', text, found: [] };
  return readUnwrapped(text, inside) ?? nameOther(text) ?? { kind: 'other', found: [] };
}

type Inside = (inner: string, found: string) => KeyText;

function readJsonText(text: string, inside: Inside): KeyText {
  const reading = readJson(text);
  if (reading.kind === 'not-json') return refused(keyCut('JWK'));
  if (reading.duplicates.length > 0) return refused(keyUnreadable('JWK'));
  const found = keyInJson(toValue(reading.root));
  if (found.kind === 'text') return inside(found.text, 'inside other JSON');
  return { ...found, found: [] };
}

/** Quotation marks, a line of a file of settings, base64: what is inside counts only if it is a key. */
function readUnwrapped(text: string, inside: Inside): KeyText | undefined {
  const [, , quoted] = /^(["'`])([\s\S]+)\1[,;]?$/.exec(text) ?? [];
  if (quoted !== undefined) return ifKey(inside(quoted.replaceAll('\\"', '"'), 'in quotation marks'));
  const [, setting] = /^(?:export +|set +|\$env:)?[A-Za-z_][\w.-]{0,63} *[=:] *(\S[\s\S]*)$/.exec(text) ?? [];
  const set = setting === undefined ? undefined : ifKey(inside(setting, 'in a line of settings'));
  if (set !== undefined) return set;
  const decoded = keyInBase64(text);
  if (decoded === undefined) return undefined;
  return 'refusal' in decoded ? refused(decoded.refusal) : ifKey(inside(decoded.text, decoded.found));
}

function ifKey(read: KeyText): KeyText | undefined {
  return read.kind === 'other' || (read.kind === 'refused' && read.refusal.code === 'key_elsewhere')
    ? undefined
    : read;
}

/** Forms that are no key and no secret either. */
function nameOther(text: string): KeyText | undefined {
  if (/^https?:\/\/[^\s/]+\S*$/i.test(text))
    return refused(keyElsewhere('This is an address, not a key.', text.slice(0, 200)));
  if (/^(?:bearer +)?eyJ[\w-]*\.[\w-]*\.[\w.-]*$/i.test(text))
    return refused(
      notAKey(
        'This is a token, not a key.',
        'Give the key that it was signed with, or the issuer’s key set.',
      ),
    );
  if (/^<(?:!doctype|html|\?xml)/i.test(text))
    return refused(
      notAKey('This is a page, not a key.', 'Copy the key itself, or give the address of the key set.'),
    );
  if (isSettings(text))
    return refused(
      notAKey(
        'This is a line of settings, not a key or secret.',
        'Give only what stands after =, without quotation marks.',
      ),
    );
  return undefined;
}

const namedSecret = /^(?:export +)?[A-Z][A-Z0-9_]*(?:SECRET|KEY)[A-Z0-9_]*=\S/;
const settingLine = /^(?:export +)?[A-Z][A-Z0-9_]{0,63}=/;

/** A line that names a secret, or a file of several settings: as a whole it is no secret, and what is in it may be public. */
function isSettings(text: string): boolean {
  if (namedSecret.test(text)) return true;
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(?:#|$)/.test(line));
  return text.includes('\n') && lines.length > 0 && lines.every((line) => settingLine.test(line.trimStart()));
}

function refused(refusal: KeyRefusal): KeyText {
  return { kind: 'refused', refusal, found: [] };
}
