import {
  type AuditAction,
  type AuditDeed,
  type AuditTarget,
  beforeThat,
  type Canary,
  type ComparePromptAnswer,
  contractChanges,
  type DefinitionProblem,
  isBreaking,
  nextVersion,
  type PromptVersion,
  type Publication,
  readDefinition,
  readVersion,
  refusal,
  SignetError,
  type TestVerdict,
  tellVersion,
} from '@signet/contracts';
import type { KeptPrompt, PromptStore } from '../ports/prompt-store.ts';
import type { PromptAdministration, RunTest, TestedPrompt } from '../ports/prompts.ts';
import { runInTurn } from './run-golden-tests.ts';
import { tellPrompt, tellPublication, tellVersionOf } from './tell-prompt.ts';

export interface PromptAdministrationParts {
  readonly store: PromptStore;
  readonly runTest: RunTest;
  /** Of the caller of the request that is served. */
  readonly deed: (
    action: AuditAction,
    parts: { readonly target: AuditTarget; readonly details: Readonly<Record<string, string | number>> },
  ) => AuditDeed;
}

/** Of a prompt, that are told and that a rollback looks through. */
const mostPublications = 100;
/** Of a refusal; more are counted. */
const mostNamed = 10;

export function createPromptAdministration(parts: PromptAdministrationParts): PromptAdministration {
  const { store } = parts;

  async function versionsOf(name: string) {
    const versions = await store.versions(name);
    if (versions.length === 0) throw unknown(name);
    return versions;
  }

  async function find(name: string, written: string): Promise<KeptPrompt> {
    const version = readVersion(written);
    const prompt = version === undefined ? undefined : await store.find(name, version);
    if (prompt === undefined) throw unknown(`${name}@${written}`);
    return prompt;
  }

  /** What an addition would come to. */
  async function weigh(name: string, written: unknown) {
    const reading = readDefinition(written);
    if ('problems' in reading) throw problemOf(reading.problems);
    const { definition } = reading;
    const [newest] = await store.versions(name);
    const before = newest && (await store.find(name, newest.version));
    const changes = before === undefined ? [] : contractChanges(before.definition, definition);
    const breaking = isBreaking(changes);
    const answer: ComparePromptAnswer = {
      ...{ breaking, changes, version: tellVersion(nextVersion(newest?.version, breaking)) },
      ...(newest === undefined ? {} : { from: tellVersion(newest.version) }),
    };
    return { definition, newest: newest?.version, answer };
  }

  function runTests(prompt: TestedPrompt): Promise<readonly TestVerdict[]> {
    return runInTurn(
      prompt.definition.tests.map((test) => ({ test })),
      async ({ test }) => ({ name: test.name, faults: await parts.runTest(prompt, test) }),
    );
  }

  async function keep(
    action: 'prompt.published' | 'prompt.rolled_back',
    publication: Omit<Publication, 'at' | 'by'>,
  ): Promise<Publication> {
    const { name, stable, canary, restores } = publication;
    const deed = parts.deed(action, {
      target: { kind: 'prompt', id: name },
      details: {
        version: tellVersion(stable),
        ...(canary === undefined ? {} : { canary: tellVersion(canary.version) }),
        ...(restores === undefined ? {} : { restores }),
      },
    });
    const kept: Publication = { ...publication, at: deed.at, by: deed.actor };
    if (!(await store.publish(kept, deed))) throw changed(name);
    return kept;
  }

  return {
    async list() {
      const names = await store.names();
      return { prompts: await Promise.all(names.map((name) => summaryOf(store, name))) };
    },
    async show(name) {
      const versions = await versionsOf(name);
      const publications = await store.publications(name, mostPublications);
      return {
        ...tellPrompt(name, versions, publications[0]),
        versions: versions.map(tellVersionOf),
        publications: publications.map(tellPublication),
      };
    },
    async showVersion(name, written) {
      const prompt = await find(name, written);
      return { ...tellVersionOf(prompt), name, definition: { ...prompt.definition } };
    },
    async compare(name, { definition }) {
      const { answer } = await weigh(name, definition);
      return answer;
    },
    async add(name, request) {
      const { definition, newest, answer } = await weigh(name, request.definition);
      if (answer.breaking && request.major !== true) throw breaks(answer);
      const version = nextVersion(newest, request.major === true);
      const told = tellVersion(version);
      const deed = parts.deed('prompt.added', {
        target: { kind: 'prompt', id: name },
        details: { version: told },
      });
      const isAdded = await store.add({ name, version, at: deed.at, by: deed.actor, definition }, deed);
      if (!isAdded) throw changed(name);
      return { ...answer, version: told };
    },
    async test(name, written) {
      const { definition } = await find(name, written);
      const tests = await runTests({ name, definition });
      return { passed: tests.every(({ faults }) => faults.length === 0), tests };
    },
    async publish(name, { version: written, canary }) {
      const { version, definition } = await find(name, written);
      const [before] = await store.publications(name, 1);
      const counted = counts(version, before, canary);
      refuseFailed(written, await runTests({ name, definition }));
      const number = (before?.number ?? 0) + 1;
      return tellPublication(await keep('prompt.published', { name, number, ...counted }));
    },
    async rollBack(name) {
      await versionsOf(name);
      const history = await store.publications(name, mostPublications);
      const before = beforeThat(history);
      const [newest] = history;
      if (before === undefined || newest === undefined) throw unknown(`${name} that counted before`);
      const { stable, canary } = before;
      const counted = { stable, ...(canary === undefined ? {} : { canary }) };
      const publication = { name, number: newest.number + 1, ...counted, restores: before.number };
      return tellPublication(await keep('prompt.rolled_back', publication));
    },
  };
}

async function summaryOf(store: PromptStore, name: string) {
  const [versions, [publication]] = await Promise.all([store.versions(name), store.publications(name, 1)]);
  return tellPrompt(name, versions, publication);
}

/** Nobody is given by lot what breaks whoever asks. */
function counts(
  version: PromptVersion,
  before: Publication | undefined,
  to: Canary['to'] | undefined,
): Pick<Publication, 'stable' | 'canary'> {
  if (to === undefined) return { stable: version };
  if (before?.stable.major !== version.major) {
    const stable = before === undefined ? 'none' : tellVersion(before.stable);
    throw new SignetError(refusal('prompt_refused.canary', { version: tellVersion(version), stable }));
  }
  return { stable: before.stable, canary: { version, to } };
}

function refuseFailed(version: string, verdicts: readonly TestVerdict[]): void {
  const failed = verdicts.filter(({ faults }) => faults.length > 0).map(({ name }) => name);
  if (failed.length === 0) return;
  throw new SignetError(refusal('prompt_refused.tests', { version, tests: named(failed) }));
}

function breaks({ from = '', changes }: ComparePromptAnswer): SignetError {
  const places = named(changes.flatMap(({ place, breaking }) => (breaking ? [place] : [])));
  return new SignetError(refusal('prompt_refused.breaking', { version: from, places }));
}

function named(all: readonly string[]): string {
  const more = all.length - mostNamed;
  return all.slice(0, mostNamed).join(', ') + (more > 0 ? ` (and ${more} more)` : '');
}

function problemOf(problems: readonly DefinitionProblem[]): SignetError {
  const { place = '', expected = '', fix = '' } = problems[0] ?? {};
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new SignetError(
    refusal('prompt_refused.problem', {
      place: `${place === '' ? 'the whole' : place}${others}`,
      allowed: expected,
      mend: fix,
    }),
  );
}

function unknown(prompt: string): SignetError {
  return new SignetError(refusal('prompt_unknown', { prompt }));
}

function changed(prompt: string): SignetError {
  return new SignetError(refusal('prompt_changed', { prompt }));
}
