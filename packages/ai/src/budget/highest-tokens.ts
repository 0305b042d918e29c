import type { Part } from '../model/part.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';

/** What is known of the model, or of the one among several that takes and makes most. */
export interface ModelLimits {
  /** Tokens that it reads at once. */
  readonly input?: number;
  /** Tokens of one answer. */
  readonly output?: number;
}

/** What a provider puts around each message and each tool, whatever stands in it. */
const aroundEach = 64;
/** What it puts around the whole, instructions for tools included. */
const aroundAll = 1024;
/** No provider counts more for one image or page that came with the request, however few bytes it has. */
const ofEachMedium = 20_000;

/** Undefined where nothing bounds them. */
export function highestTokens(
  request: ModelRequest,
  bodyBytes: number,
  limits: ModelLimits,
): { readonly input: number; readonly output: number } | undefined {
  const answers = Math.max(1, request.limits.answers ?? 1);
  const output = least(request.limits.maxTokens, limits.output);
  const input = readsBesideItself(request)
    ? limits.input
    : least(sentTokens(request, bodyBytes), limits.input);
  if (input === undefined || output === undefined) return undefined;
  const [allInput, allOutput] = [input * answers, output * answers];
  return Number.isSafeInteger(allInput + allOutput) && output >= 0
    ? { input: allInput, output: allOutput }
    : undefined;
}

function sentTokens({ items, tools }: ModelRequest, bodyBytes: number): number {
  const media = items.flatMap(partsOf).filter(({ kind }) => kind !== 'text' && kind !== 'refusal').length;
  return bodyBytes + aroundAll + aroundEach * (items.length + tools.length) + ofEachMedium * media;
}

/** A conversation, a file or an address that the provider reads, or a tool that it runs: its bytes are not ours to count. */
function readsBesideItself({ items, tools, foreign }: ModelRequest): boolean {
  return (
    tools.some(({ kind }) => kind === 'foreign') ||
    items.some((item) => item.kind === 'foreign' || partsOf(item).some(isElsewhere)) ||
    [...foreign.keys()].some((path) => elsewhere.test(path))
  );
}

const elsewhere =
  /^(previous_response_id|conversation|prompt|container|mcp_servers|cachedContent|cached_content)\b/;

function isElsewhere(part: Part): boolean {
  if (part.kind === 'foreign') return true;
  return (
    (part.kind === 'image' || part.kind === 'file') &&
    (part.source.from === 'id' || part.source.from === 'url')
  );
}

function partsOf(item: InputItem): readonly Part[] {
  return item.kind === 'message' || item.kind === 'tool-result' ? item.parts : [];
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
