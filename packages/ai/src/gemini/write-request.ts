import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest } from '../model/request.ts';
import { type GeminiTraits, newestTraits } from './traits.ts';
import { ContentsWriter } from './write-contents.ts';
import { writeToolConfig, writeTools } from './write-tools.ts';
import { writeGenerationConfig } from './write-wishes.ts';

type Wire = Readonly<Record<string, unknown>>;

/** What an upstream that speaks generateContent is asked; the model, and whether to stream, stand in its address. */
export function writeGeminiRequest(
  request: ModelRequest,
  notes: Notes,
  traits: GeminiTraits = newestTraits,
): Wire {
  const { system, contents } = new ContentsWriter({ notes, traits }).write(request.items);
  const tools = writeTools(request.tools, notes);
  noteUnknown(request, notes);
  return known({
    systemInstruction: system.length === 0 ? undefined : { parts: system },
    contents,
    ...(tools.length > 0 && { tools, toolConfig: writeToolConfig(request, notes) }),
    generationConfig: writeGenerationConfig(request, notes, traits),
    serviceTier: request.tier,
    ...writeForeign(request, notes),
  });
}

/** What this protocol has no word for at all. */
function noteUnknown({ store, metadata, endUser, verbosity, cache }: ModelRequest, notes: Notes): void {
  if (store === true) notes.note('store');
  if (metadata !== undefined) notes.note('metadata');
  if (endUser !== undefined) notes.note('end user');
  if (verbosity !== undefined) notes.note('verbosity');
  if (cache?.key !== undefined) notes.note('key of the cache');
  if (cache?.retention !== undefined) notes.note('retention of the cache');
}

/** Fields of the caller's protocol go back into it where it is this one; elsewhere each is told as lost. */
function writeForeign({ foreign }: ModelRequest, notes: Notes): Wire {
  if (notes.from === 'gemini')
    return Object.fromEntries([...foreign].filter(([path]) => !path.includes('.')));
  for (const path of foreign.keys()) notes.note('fields of one protocol', path);
  return {};
}
