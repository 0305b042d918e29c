import { type LlmConfiguration, type ProviderKind, providerKinds } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';

/** Who would be asked. */
export interface NamedTarget {
  /** As it is shown: who has the model, and what it is called there. */
  readonly name: string;
  readonly kind: ProviderKind;
  readonly model: string;
  readonly apiVersion?: string;
}

/**
 * Of a name in `llm.models`, of a model of a configured provider, or of `KIND/MODEL` without any configuration.
 * @throws CommandFailure where it is none of them
 */
export function targetsOf(to: string, llm: LlmConfiguration | undefined): readonly NamedTarget[] {
  const configured = ownOf(llm?.models, to)?.targets;
  if (configured !== undefined) return configured.flatMap(({ provider, model }) => at(provider, model, llm));
  const slash = to.indexOf('/');
  const [before, model] = [to.slice(0, slash), to.slice(slash + 1)];
  if (slash > 0 && model !== '') {
    const known = at(before, model, llm);
    if (known.length > 0) return known;
    const kind = providerKinds.find((each) => each === before);
    if (kind !== undefined) return [{ name: to, kind, model }];
  }
  throw usageFailure({
    sentence: `It is not known who has the model ${to.slice(0, 100)}.`,
    expected: 'a name in llm.models, PROVIDER/MODEL or KIND/MODEL',
    actual: llm === undefined ? 'another name, and no configuration' : 'another name',
    fix: 'Write `--to anthropic/claude-sonnet-4-5`, or name the configuration with `--config FILE`.',
  });
}

function at(provider: string, model: string, llm: LlmConfiguration | undefined): readonly NamedTarget[] {
  const found = ownOf(llm?.providers, provider);
  if (found === undefined) return [];
  const { kind, apiVersion } = found;
  return [{ name: `${provider}/${model}`, kind, model, ...(apiVersion === undefined ? {} : { apiVersion }) }];
}

function ownOf<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
