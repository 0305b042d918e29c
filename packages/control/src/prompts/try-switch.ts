import type { GoldenTest, LlmConfiguration, PromptDefinition } from '@signet/contracts';
import type { PromptStore } from '../ports/prompt-store.ts';
import type { RunTest } from '../ports/prompts.ts';
import type { TrySwitch } from '../ports/try-switch.ts';
import { askingOnly, type NewTarget, newTargets } from './new-targets.ts';
import { runInTurn } from './run-golden-tests.ts';
import { versionsThatCount } from './versions-that-count.ts';

export interface SwitchParts {
  readonly store: Pick<PromptStore, 'names' | 'publications' | 'find'>;
  readonly runTest: RunTest;
}

/** Tests of one change; more are not run, as whoever changes it waits. */
const mostTests = 64;

interface SwitchTest extends NewTarget {
  readonly prompt: { readonly name: string; readonly definition: PromptDefinition };
  readonly version: string;
  readonly test: GoldenTest;
}

/** Asks the new targets of models, each alone, what the golden tests of those prompts ask that stand on them and count. */
export function createTrySwitch({ store, runTest }: SwitchParts): TrySwitch {
  async function testsOf(targets: readonly NewTarget[]): Promise<readonly SwitchTest[]> {
    const tests: SwitchTest[] = [];
    for (const { name, version, definition } of await versionsThatCount(store))
      for (const target of targets.filter(({ model }) => model === definition.model))
        for (const test of definition.tests)
          tests.push({ ...target, prompt: { name, definition }, version, test });
    return tests;
  }

  async function faultOf(each: SwitchTest, after: LlmConfiguration): Promise<string | undefined> {
    const { prompt, version, test, target } = each;
    const faults = await runTest(prompt, test, askingOnly(after, each));
    return faults.length === 0
      ? undefined
      : `${prompt.name}@${version} ${test.name} (${target.provider}/${target.model})`;
  }

  return async (before, after, meant) => {
    const targets = newTargets(before, after).filter(({ model }) => !meant.includes(model));
    if (targets.length === 0) return { kind: 'passed' };
    const tests = await testsOf(targets);
    if (tests.length > mostTests) return { kind: 'too-many', models: modelsOf(tests) };
    const verdicts = await runInTurn(
      tests,
      async (each) => ({ model: each.model, fault: await faultOf(each, after) }),
      ({ fault }) => fault !== undefined,
    );
    const failed = verdicts.flatMap(({ model, fault }) => (fault === undefined ? [] : [{ model, fault }]));
    if (failed.length === 0) return { kind: 'passed' };
    return { kind: 'failed', models: modelsOf(failed), tests: failed.map(({ fault }) => fault) };
  };
}

function modelsOf(tests: readonly { readonly model: string }[]): readonly string[] {
  return [...new Set(tests.map(({ model }) => model))];
}
