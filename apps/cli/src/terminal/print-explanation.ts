import type { ExplainedRefusal, ExplainedStep, Explanation } from '@signet/contracts';
import { type Paint, type VerdictHue, verdictIcons, verdictLine } from './palette.ts';
import { explainHint } from './print-failure.ts';
import { safeText } from './safe-text.ts';
import { labelled, wrap } from './wrap.ts';

const column = 12;

/** An explanation for people: the headline, each step with what it saw, and how to mend a refusal. */
export function explanationText(explanation: Explanation, paint: Paint, width: number): string {
  const { headline, verdict, steps, refusal, token, circumstances } = explanation;
  const facts = [...circumstances, ...token];
  return [
    verdictLine(paint, verdict === 'forwarded' ? 'verified' : 'refused', wrapped(headline, width)),
    // No steps: the control side refused it, not a gateway.
    ...(steps.length === 0 ? [] : ['', ...steps.flatMap((step) => stepLines(step, paint, width))]),
    ...(refusal === undefined ? [] : ['', ...refusalLines(refusal, paint, width)]),
    '',
    ...facts.map(({ name, value }) => `${paint('faint', `  ${name.padEnd(column)}`)}${safeText(value)}`),
    `${paint('faint', `  ${'Reference'.padEnd(column)}`)}${explanation.reference}`,
    '',
  ].join('\n');
}

/** Under the word of the verdict, so that the headline reads as one paragraph. */
function wrapped(headline: string, width: number): string {
  return wrap(safeText(headline), width - column).join(`\n${' '.repeat(column - 1)}`);
}

const hues: Readonly<Record<ExplainedStep['outcome'], VerdictHue>> = {
  ok: 'verified',
  refused: 'refused',
  failed: 'refused',
  'not-reached': 'unknown',
  'not-needed': 'unknown',
};

function stepLines(step: ExplainedStep, paint: Paint, width: number): readonly string[] {
  const hue = hues[step.outcome];
  const icon = step.outcome === 'ok' || hue === 'refused' ? verdictIcons[hue] : '·';
  const head = `${paint(hue, `${icon} ${step.word.padEnd(column)}`)} ${paint('strong', step.step.padEnd(17))}${paint('faint', step.question)}`;
  const indent = ' '.repeat(column + 3);
  return [head, ...detail(step.note), ...detail(step.expected, 'expected '), ...detail(step.actual, 'got ')];

  function detail(text: string | undefined, label = ''): readonly string[] {
    if (text === undefined) return [];
    return [labelled(indent + label, safeText(text), indent.length + label.length, width)];
  }
}

function refusalLines(refusal: ExplainedRefusal, paint: Paint, width: number): readonly string[] {
  const rows = [
    ['Expected', refusal.expected],
    ['Got', refusal.actual],
    ['Fix', refusal.fix],
    ['Rule', refusal.rule],
    ['Code', refusal.code],
    ['More', explainHint(refusal.code)],
  ] as const;
  return [
    paint('refused', wrap(safeText(refusal.sentence), width).join('\n')),
    ...rows.flatMap(([label, text]) =>
      text === undefined ? [] : [labelled(`  ${label}`, safeText(text), column + 2, width)],
    ),
  ];
}
