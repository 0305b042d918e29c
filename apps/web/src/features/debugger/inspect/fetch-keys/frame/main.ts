import { tags } from '../../../../../ui/language/languages.ts';
import { speakWhenLoaded } from '../../../../../ui/language/translated.ts';
import type { FrameMessage } from '../model/frame-message.ts';
import { readAddress } from '../model/key-address.ts';
import { type FetchFailure, fetchText } from './fetch-text.ts';
import { readAnswer } from './read-answer.ts';
import { button, element, paragraph } from './view.ts';
import { readWish } from './wish.ts';
import { words } from './words.ts';
import './frame.css';

/**
 * The one document that may speak to other servers. It is sandboxed: it has no origin, no storage, and neither
 * token nor key. It shows the address itself, and asks it when its own button is pressed; no message starts it.
 */

const longestWait = 10_000;
const place = document.querySelector('#frame') ?? document.body;
const wish = readWish(location.hash);

/** An address that can be asked next, and what was learned on the way to it. */
interface Question {
  readonly url: string;
  readonly host: string;
  readonly introduction: string;
  readonly warnings: readonly string[];
  /** The discovery document that named the address. */
  readonly via?: string;
}

/** `location.origin` is that of the address, though the document itself has none: only a page from there is told. */
function tell(message: FrameMessage): void {
  parent.postMessage(message, location.origin);
}

function show(...content: readonly (Node | string)[]): void {
  place.replaceChildren(...content);
}

function actions(...buttons: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'actions' }, ...buttons);
}

function address(url: string): HTMLElement {
  return element('code', { class: 'address' }, url);
}

function propose(question: Question): void {
  const { url, host, introduction, warnings } = question;
  show(
    paragraph(introduction),
    address(url),
    ...warnings.map((warning) => paragraph(warning, 'warning')),
    paragraph(words.learns(host), 'quiet'),
    actions(button(words.fetch(host), 'primary', () => void ask(question))),
  );
}

async function ask(question: Question): Promise<void> {
  const { url, host, via } = question;
  const cancel = new AbortController();
  show(paragraph(words.asking(host)), actions(button(words.cancel, 'quiet', () => cancel.abort())));
  const blocked = watchPolicy();
  const signal = AbortSignal.any([cancel.signal, AbortSignal.timeout(longestWait)]);
  const fetched = await fetchText(url, { fetch, signal, isOnline: () => navigator.onLine });
  if (fetched.kind === 'failed') return fail(question, sentenceOf(fetched.failure, blocked()));
  const answer = readAnswer(fetched.text, url);
  if (answer.kind === 'refused') return fail(question, words.answerFault[answer.fault]);
  if (answer.kind === 'keys') return handOver(fetched.text, url, via);
  // One document may name another place, not a chain of them.
  if (via !== undefined) return fail(question, words.answerFault['not-keys']);
  const warnings = [
    ...(answer.isOtherHost ? [words.otherHost(answer.host)] : []),
    ...(answer.otherIssuer === undefined ? [] : [words.otherIssuer(answer.otherIssuer)]),
  ];
  const introduction = words.asks.discovery(host);
  propose({ url: answer.url, host: answer.host, introduction, warnings, via: url });
  place.querySelector('button')?.focus();
}

function handOver(text: string, from: string, via: string | undefined): void {
  show(paragraph(words.done));
  tell({ kind: 'signet-frame:keys', text, from, ...(via !== undefined && { via }) });
}

function fail(question: Question, sentence: string): void {
  show(
    element('p', { role: 'alert' }, sentence),
    ...byOneself(question),
    actions(button(words.again, 'quiet', () => void ask(question))),
  );
}

/** What a server keeps from pages of other sites it gives to a program: a discovery document takes two steps. */
function byOneself({ url }: Question): readonly HTMLElement[] {
  const ask = address(`curl -sS '${url.replaceAll("'", '%27')}'`);
  if (!isDiscovery(url)) return [paragraph(words.instead, 'quiet'), ask];
  const { document: first, keys: second } = words.inTwoSteps;
  return [paragraph(first, 'quiet'), ask, paragraph(second, 'quiet'), address("curl -sS 'JWKS_URI'")];
}

/** OpenID Connect Discovery 1.0 §4, RFC 8414 §3: the latter puts the path of the issuer behind it. */
function isDiscovery(url: string): boolean {
  return /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:\/|$)/.test(
    new URL(url).pathname,
  );
}

function sentenceOf(failure: FetchFailure, isBlocked: boolean): string {
  if (isBlocked) return words.failure.policy;
  return failure.reason === 'status' ? words.status(failure.status) : words.failure[failure.reason];
}

/** Whether the policy of this document's host has forbidden a request from now on. */
function watchPolicy(): () => boolean {
  let isBlocked = false;
  const note = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'connect-src') isBlocked = true;
  };
  document.addEventListener('securitypolicyviolation', note);
  return () => {
    document.removeEventListener('securitypolicyviolation', note);
    return isBlocked;
  };
}

async function start(): Promise<void> {
  document.documentElement.setAttribute('data-mantine-color-scheme', wish.scheme);
  await speakWhenLoaded(wish.language);
  document.documentElement.lang = tags[wish.language];
  const reading = readAddress(wish.address);
  if (reading.kind === 'refused') show(paragraph(words.addressFault[reading.fault]));
  else propose({ ...reading, introduction: words.asks[wish.named], warnings: [] });
  new ResizeObserver(() => {
    tell({ kind: 'signet-frame:height', height: Math.ceil(place.getBoundingClientRect().height) });
  }).observe(place);
  tell({ kind: 'signet-frame:ready' });
}

void start();
