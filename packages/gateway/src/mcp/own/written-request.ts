import type { JsonNode, JsonObject } from '@signet/token/json';
import { tellDoor } from '../../prompts/prompt-door.ts';
import { sliceOf } from '../rpc-message.ts';
import type { Argument } from './argument-shape.ts';
import type { OwnPromptTool, OwnRouteTool, OwnTool } from './compile-own-tools.ts';

/** What a route is asked in place of its clients. */
export interface WrittenRequest {
  readonly target: string;
  /** Beside those by which the route is chosen: name, value, name, value … */
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
}

/** What the arguments of a call ask for; what is wrong with them, where nothing can be asked by them. */
export function writtenRequest(
  tool: OwnTool,
  given: JsonObject | undefined,
  text: string,
): WrittenRequest | string {
  return tool.kind === 'prompt' ? askingPrompt(tool, given, text) : callingRoute(tool, given, text);
}

const json = ['content-type', 'application/json'];

/** Its values as they are written: who reads them says what is wrong with them. */
function askingPrompt(
  { door, route }: OwnPromptTool,
  given: JsonObject | undefined,
  text: string,
): WrittenRequest {
  const target = route.path.replace(/\{[^{}]*\}$/, tellDoor(door));
  const body = Buffer.from(given === undefined ? '{}' : sliceOf(text, given));
  return { target: withQuery(target, Object.entries(route.query)), headers: json, body };
}

function callingRoute(
  { shape, route }: OwnRouteTool,
  given: JsonObject | undefined,
  text: string,
): WrittenRequest | string {
  const inPath = new Map<string, string>();
  const query = Object.entries(route.query);
  const headers: string[] = [];
  let body: Buffer | undefined;
  for (const { name, value } of given?.members ?? []) {
    const argument = shape.get(name.value);
    if (argument === undefined) return `There is no argument ${shown(name.value)}.`;
    if (argument.in === 'body') {
      body = Buffer.from(sliceOf(text, value));
      continue;
    }
    const texts = textsOf(value);
    const fault = texts === undefined ? 'is no plain value' : faultOf(argument, texts, route.path);
    if (texts === undefined || fault !== undefined) return `The argument ${shown(name.value)} ${fault}.`;
    if (argument.in === 'path') inPath.set(argument.name, texts[0] ?? '');
    else if (argument.in === 'query')
      query.push(...texts.map((each) => [argument.name, each] as [string, string]));
    else headers.push(argument.name, texts.join(', '));
  }
  for (const [name, argument] of shape)
    if (argument.required && !given?.members.some((member) => member.name.value === name))
      return `The argument ${shown(name)} is missing.`;
  const target = route.path.replace(/\{([^{}*]+)\*?\}/g, (_, name: string) =>
    (inPath.get(name) ?? '').split('/').map(encodeURIComponent).join('/'),
  );
  return {
    target: withQuery(target, query),
    headers: body === undefined ? headers : [...headers, ...json],
    body,
  };
}

/** Of a plain value one, of a list several; undefined of anything else. */
function textsOf(value: JsonNode): readonly string[] | undefined {
  if (value.kind === 'array') {
    const texts = value.items.map((item) => (item.kind === 'array' ? undefined : textsOf(item)?.[0]));
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }
  if (value.kind === 'string') return [value.value];
  if (value.kind === 'number') return [value.digits];
  return value.kind === 'literal' && value.value !== null ? [String(value.value)] : undefined;
}

/** A value fills its place and no other: it cannot lead to another route, add a parameter or end a header. */
function faultOf({ in: place, name }: Argument, texts: readonly string[], path: string): string | undefined {
  if (texts.some((text) => !text.isWellFormed())) return 'is no text';
  if (place === 'header')
    return texts.every((text) => /^[\x20-\x7e]{0,4096}$/.test(text)) ? undefined : 'is no text for a header';
  if (place === 'query') return undefined;
  const [text = ''] = texts;
  const parts = path.includes(`{${name}*}`) ? text.split('/') : [text];
  const isPlace = (part: string) =>
    part !== '' && part !== '.' && part !== '..' && !/[/\\\p{Cc}]/u.test(part);
  return texts.length === 1 && parts.every(isPlace) ? undefined : 'is no part of a path';
}

function withQuery(target: string, query: readonly (readonly [string, string])[]): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? target : `${target}?${pairs.join('&')}`;
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 64));
}
