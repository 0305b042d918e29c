import { countOf } from '../fields/count-of.ts';
import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Usage } from '../model/usage.ts';

/** Usage as the model counts it: Gemini's candidates leave out what was thought, its prompt what its own tools brought. */
export function readUsage(fields: Fields): Usage | undefined {
  const prompt = countOf(fields, 'promptTokenCount');
  const tools = countOf(fields, 'toolUsePromptTokenCount') ?? 0;
  const said = countOf(fields, 'candidatesTokenCount') ?? 0;
  const reasoning = countOf(fields, 'thoughtsTokenCount');
  const cacheRead = countOf(fields, 'cachedContentTokenCount');
  const incoming = modalities(fields, 'promptTokensDetails');
  const outgoing = modalities(fields, 'candidatesTokensDetails');
  const tier = fields.text('serviceTier') ?? fields.text('trafficType');
  fields.ignore('totalTokenCount', 'cacheTokensDetails', 'toolUsePromptTokensDetails', 'trafficType');
  fields.leave();
  if (prompt === undefined) return undefined;
  return {
    provenance: 'provider',
    input: prompt + tools,
    output: said + (reasoning ?? 0),
    ...known({
      reasoning,
      cacheRead,
      audioInput: incoming.get('AUDIO'),
      imageInput: incoming.get('IMAGE'),
      audioOutput: outgoing.get('AUDIO'),
      tier,
    }),
  };
}

function modalities(fields: Fields, name: string): ReadonlyMap<string, number> {
  return new Map(
    fields.each(name).map((detail) => {
      const entry = [detail.text('modality') ?? '', countOf(detail, 'tokenCount') ?? 0] as const;
      detail.leave();
      return entry;
    }),
  );
}
