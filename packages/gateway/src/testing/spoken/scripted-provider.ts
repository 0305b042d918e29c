import type { ServerResponse } from 'node:http';
import type { Protocol } from '@signet/ai';
import type { Asked } from '../test-provider.ts';
import { anthropicWire } from './anthropic-wire.ts';
import { chatWire } from './chat-wire.ts';
import { geminiWire } from './gemini-wire.ts';
import { responsesWire } from './responses-wire.ts';
import type { Calling, Saying, SpokenWire, Words } from './saying.ts';

export const wires: Readonly<Record<Protocol, SpokenWire>> = {
  chat: chatWire,
  responses: responsesWire,
  anthropic: anthropicWire,
  gemini: geminiWire,
};

/** With a letter of two bytes, so that some cuts go through a character. */
export const words: Words = { kind: 'words', text: 'Hello from the café around the corner' };

export const weather = {
  name: 'weather',
  description: 'How warm it is in a city',
  schema: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  },
  result: 'It is 21 degrees there',
} as const;

/** In base64, as some clients look whether it is. */
export const seal = 'RXFvLW9mLW5vYm9keS1hdC1hbGwtc2VhbGVkLTAx';

const calling: Calling = {
  kind: 'calling',
  ...{ thought: 'The weather tells.', seal, name: weather.name, input: { city: 'Paris' } },
};
export const place: Readonly<Record<string, unknown>> = { city: 'Paris' };

/** What a question says to be answered so; all else is answered in words. */
export const orders = {
  fill: 'Fill in the form',
  refuse: 'Refuse this',
  hold: 'Never end this',
  cutAt: (bytes: number): string => `Cut this at byte ${bytes}.`,
  endAfter: (events: number): string => `End this after event ${events}.`,
} as const;

/** Does what the question says, in the protocol of the address: many questions at once do not know of each other. */
export function answerByScript(response: ServerResponse, asked: Asked): void {
  const wire = wires[protocolAt(asked.url)];
  if (asked.text.includes(orders.refuse)) {
    json(response, 400, wire.refusal('It cannot be said'));
  } else if (isStream(asked)) tell(response, wire.events(sayingFor(asked)), { asked, wire });
  else json(response, 200, wire.whole(sayingFor(asked)));
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function tell(
  response: ServerResponse,
  events: readonly string[],
  { asked, wire }: { readonly asked: Asked; readonly wire: SpokenWire },
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const cut = numberIn(asked, /Cut this at byte (\d+)\./);
  const last = numberIn(asked, /End this after event (\d+)\./);
  if (cut !== undefined) {
    const bytes = Buffer.from(events.join('')).subarray(0, cut);
    response.write(bytes, () => response.destroy());
  } else if (last !== undefined) response.end(events.slice(0, last).join(''));
  else if (asked.text.includes(orders.hold)) response.write(events.slice(0, -wire.closing).join(''));
  else response.end(events.join(''));
}

function numberIn({ text }: Asked, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A call where the tool may be called and was not yet; a form in whichever way it is asked for. */
function sayingFor({ text, body }: Asked): Saying {
  if (text.includes(weather.result)) return words;
  if (text.includes(`"${weather.name}"`)) return calling;
  if (!text.includes(orders.fill)) return words;
  const forced = forcedIn(body);
  return forced === undefined
    ? { kind: 'words', text: JSON.stringify(place) }
    : { ...calling, name: forced, input: place };
}

/** Some clients ask for a form by a tool that must be called. */
function forcedIn(body: Asked['body']): string | undefined {
  const choice = body['tool_choice'] ?? body['toolConfig'];
  if (choice === undefined || choice === 'auto' || choice === 'none') return undefined;
  const all = JSON.stringify([choice, body['tools']]);
  return /"name":"([^"]{1,64})"/.exec(all)?.[1];
}

export function protocolAt(url: string): Protocol {
  if (url.includes('/chat/completions')) return 'chat';
  if (url.includes('/responses')) return 'responses';
  return url.includes('/messages') ? 'anthropic' : 'gemini';
}

function isStream({ url, body }: Asked): boolean {
  return body['stream'] === true || url.includes('streamGenerateContent');
}
