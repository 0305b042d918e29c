import {
  type IssuingAlgorithm,
  issuingAlgorithms,
  type RotateAnswer,
  type RotationPlan,
} from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { instant } from './instant.ts';

export interface RotateOptions extends ServerOptions {
  readonly dryRun?: boolean;
  readonly dangerouslySignAtOnce?: boolean;
  readonly algorithm?: string;
  readonly series?: string;
}

/** Takes the next step of a rotation, or says what it would be and whom it would hurt. */
export async function rotateKeys(context: Context, options: RotateOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const series = algorithmOf(options.series);
  const ofSeries = series === undefined ? {} : { series };
  if (options.dryRun === true) {
    const plan = await admin.planRotation(ofSeries);
    return answer(context, options, plan, () => `${tellPlan(plan).join('\n')}\n`);
  }
  const { dangerouslySignAtOnce } = options;
  const algorithm = algorithmOf(options.algorithm);
  const done = await admin.rotateKeys({
    ...ofSeries,
    ...(dangerouslySignAtOnce === true ? { dangerouslySignAtOnce } : {}),
    ...(algorithm === undefined ? {} : { algorithm }),
  });
  answer(context, options, done, () =>
    [outcomeLine(context.paint, true, sentenceOf(done)), afterwards(done), ''].join('\n'),
  );
}

function algorithmOf(algorithm: string | undefined): IssuingAlgorithm | undefined {
  if (algorithm === undefined) return undefined;
  const found = issuingAlgorithms.find((each) => each === algorithm);
  if (found !== undefined) return found;
  throw usageFailure({
    sentence: 'The keys of this issuer do not sign with this algorithm.',
    expected: issuingAlgorithms.join(', '),
    actual: safeText(algorithm),
    fix: 'Choose one of these.',
  });
}

function sentenceOf({ done, key }: RotateAnswer): string {
  return done === 'published' ? `Published ${key}; it signs nothing yet.` : `${key} signs from now on.`;
}

function afterwards({ done, at }: RotateAnswer): string {
  return done === 'published'
    ? `Next      signet keys rotate, after ${instant(at)}: by then every verifier can know it`
    : 'Before    the key that signed until now verifies until its last token has expired, and is retired then';
}

export function tellPlan({ step, signing, next, safeAt, live, verifiers }: RotationPlan): readonly string[] {
  return [
    step === 'publish' ? 'Would publish a next key, which signs nothing yet.' : `Would let ${next} sign.`,
    `Signs     ${signing}`,
    ...live.map(
      ({ key, until }) => `Live      tokens of ${key}, until ${instant(until)} at the latest (not counted)`,
    ),
    step === 'publish'
      ? `Safe      now; the key could sign from ${instant(safeAt)} on`
      : `Safe      from ${instant(safeAt)} on`,
    ...(step === 'publish' ? [] : verifiers.map(tellVerifier)),
    'Unknown   what verifiers beyond this node hold; those that keep keys longer than they are told would break',
  ];
}

function tellVerifier({ node, knowsNext }: RotationPlan['verifiers'][number]): string {
  return knowsNext
    ? `Knows     ${safeText(node)} has the next key`
    : `Waits     ${safeText(node)} has not seen the next key; it looks for it at the first token`;
}
