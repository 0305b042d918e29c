import type { KeptAnswer, KeptToolCall, RehearsalFinding, RehearsalVerdict } from '@signet/contracts';

/** What whoever asked needs of an answer. */
export interface CaseWishes {
  /** Whether a text is what was asked for; absent where any text is. */
  readonly holdsText?: (text: string) => boolean;
  /** Whether a tool can be called so. */
  holdsCall(call: KeptToolCall): boolean;
}

export interface CaseJudgement {
  readonly verdict: Extract<RehearsalVerdict, 'as-good' | 'look' | 'worse'>;
  readonly findings: readonly RehearsalFinding[];
}

/** By these a program that stands on the answer breaks. */
const breaks: ReadonlySet<RehearsalFinding> = new Set(['refuses', 'cut', 'empty', 'schema', 'arguments']);

/** How an answer stands beside the one that there was. That its words are others says nothing: only what a program would notice does. */
export function judgeCase(
  { before, after }: { readonly before: KeptAnswer; readonly after: KeptAnswer },
  wishes: CaseWishes,
  losses: readonly string[],
): CaseJudgement {
  const faultsBefore = new Set(faultsOf(before, wishes));
  const faults = faultsOf(after, wishes);
  const findings: RehearsalFinding[] = [
    ...faults,
    ...agreement(before, after),
    ...(before.end === 'refused' && after.end !== 'refused' ? (['no-longer-refuses'] as const) : []),
    ...(losses.length > 0 ? (['loses'] as const) : []),
  ];
  const isWorse =
    faults.some((fault) => breaks.has(fault) && !faultsBefore.has(fault)) || dropsTools(before, after);
  return { verdict: isWorse ? 'worse' : findings.length > 0 ? 'look' : 'as-good', findings };
}

function faultsOf(answer: KeptAnswer, { holdsText, holdsCall }: CaseWishes): readonly RehearsalFinding[] {
  if (answer.end === 'refused') return ['refuses'];
  const callsTools = answer.calls.length > 0;
  const isEmpty = answer.text.trim() === '' && !callsTools;
  return [
    ...(answer.end === 'length' ? (['cut'] as const) : []),
    ...(isEmpty ? (['empty'] as const) : []),
    // Whoever calls tools has not answered yet.
    ...(holdsText !== undefined && !callsTools && !isEmpty && !holdsText(answer.text)
      ? (['schema'] as const)
      : []),
    ...(answer.calls.every((call) => holdsCall(call)) ? [] : (['arguments'] as const)),
  ];
}

/** Whether it calls the same tools, in whatever order, with the same arguments. */
function agreement(before: KeptAnswer, after: KeptAnswer): readonly RehearsalFinding[] {
  if (after.end === 'refused' || before.end === 'refused') return [];
  if (!isSame(namesOf(before), namesOf(after))) return ['other-tools'];
  return isSame(toldOf(before), toldOf(after)) ? [] : ['other-arguments'];
}

/** Of a program that waits for the call of a tool, a text is the end. */
function dropsTools(before: KeptAnswer, after: KeptAnswer): boolean {
  return after.end !== 'refused' && before.calls.length > 0 && after.calls.length === 0;
}

function namesOf({ calls }: KeptAnswer): readonly string[] {
  return calls.map(({ name }) => name).sort();
}

function toldOf({ calls }: KeptAnswer): readonly string[] {
  return calls.map((call) => `${call.name} ${argumentsOf(call)}`).sort();
}

/** Members in one order: how a model writes them says nothing. */
function argumentsOf({ arguments: json }: KeptToolCall): string {
  try {
    return JSON.stringify(JSON.parse(json), inOrder) ?? json;
  } catch {
    // Broken: it agrees with what is broken in the same way.
    return json;
  }
}

function inOrder(_: string, part: unknown): unknown {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    : part;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
