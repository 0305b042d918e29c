import type { LlmConfiguration, ModelTarget } from '@signet/contracts';

/** A target that a model had not before. */
export interface NewTarget {
  /** The name that prompts ask for. */
  readonly model: string;
  readonly target: ModelTarget;
}

/** What models ask from now on and did not before: another model, or the same one elsewhere. Shares, keys and times are no switch. */
export function newTargets(before: LlmConfiguration, after: LlmConfiguration): readonly NewTarget[] {
  return Object.entries(after.models).flatMap(([model, { targets }]) => {
    const known = new Set(
      (Object.hasOwn(before.models, model) ? before.models[model] : undefined)?.targets.map((target) =>
        askedAt(target, before),
      ),
    );
    return targets
      .filter((target) => !known.has(askedAt(target, after)))
      .map((target) => ({ model, target }));
  });
}

/** By this two targets are one. */
function askedAt({ provider, model }: ModelTarget, { providers }: LlmConfiguration): string {
  const { kind, url, region, project, apiVersion } = providers[provider] ?? {};
  return JSON.stringify([model, kind, url, region, project, apiVersion]);
}

/** As if the new target were the only one, so that no other answers in its place. */
export function askingOnly(llm: LlmConfiguration, { model, target }: NewTarget): LlmConfiguration {
  const asked = llm.models[model];
  if (asked === undefined) return llm;
  return { ...llm, models: { ...llm.models, [model]: { ...asked, targets: [target] } } };
}
