import {
  type Coded,
  type DecisionRecord,
  type ErrorCode,
  type Explanation,
  englishExplanation,
  errorCatalogue,
  explainDecision,
  isComplete,
  isVerdictCode,
  phrases,
  type RefusalValues,
  render,
  type SpokenText,
  type SpokenTexts,
  type StepRecord,
  spokenTexts,
  textsUnder,
} from '@signet/contracts';
import { translate } from '../../../ui/language/translate.ts';
import { register } from '../../../ui/language/translated.ts';
import type { Speech } from '../refusals/speech.ts';

/** Nothing in English: its texts come with the refusal. */
const speech = register(
  {},
  {
    zh: () => import('../refusals/zh.ts'),
    ja: () => import('../refusals/ja.ts'),
    es: () => import('../refusals/es.ts'),
    de: () => import('../refusals/de.ts'),
  },
);

function spoken(): Partial<Speech> {
  return speech.read([]) as Partial<Speech>;
}

/**
 * A refusal in the language of the page, said anew from code, variant and values. What has none of these, as in a record
 * of an older Signet, or fits no wording, stays English; a refusal of the token room is looked up by its sentence.
 */
export function speakRefusal<Refusal extends Coded>(refusal: Refusal): Refusal {
  const texts = textsUnder(spoken().refusals ?? {}, refusal);
  const values = spokenValues(refusal);
  const fits = texts !== undefined && Object.values(texts).every((text) => isComplete(text, values));
  const { phrases: inLanguage = phrases } = spoken();
  // Other sentences must not be looked up: a template of the token room may fit a part of them by chance.
  const isOfTokenRoom = isVerdictCode(refusal.code ?? '') && (refusal.variant === undefined || fits);
  const ofTokenRoom = (text: string): string => (isOfTokenRoom ? translate(text) : text);
  const said = spokenTexts.flatMap((name) => {
    const came = refusal[name];
    if (came === undefined) return [];
    const template = fits ? texts[name] : undefined;
    return [[name, template === undefined ? ofTokenRoom(came) : render(template, values, inLanguage)]];
  });
  return { ...refusal, ...Object.fromEntries(said) };
}

const codesOfKeys: readonly (string | undefined)[] = ['key_unknown', 'key_not_trusted'];

/** Why a published key is not used, and what helps, are sentences of the token room. */
function spokenValues({ code, values = {} }: Coded): RefusalValues {
  if (!codesOfKeys.includes(code)) return values;
  const { reason, fix } = values;
  return {
    ...values,
    ...(typeof reason === 'string' ? { reason: translate(reason) } : {}),
    ...(typeof fix === 'string' ? { fix: translate(fix) } : {}),
  };
}

/** What a code means, in the language of the page. */
export function titleOf(code: ErrorCode): string {
  return spoken().titles?.[code] ?? errorCatalogue[code].title;
}

/** A record in the words of the page. */
export function explainHere(record: DecisionRecord): Explanation {
  const words = spoken().explanation ?? englishExplanation;
  const { refusal } = record;
  if (refusal === undefined) return explainDecision(record, words);
  const said = speakRefusal(refusal);
  const steps = record.steps.map((step) => speakStep(step, refusal, said));
  const explanation = explainDecision({ ...record, refusal: said, steps }, words);
  return {
    ...explanation,
    ...(explanation.refusal && { refusal: { ...explanation.refusal, title: titleOf(refusal.code) } }),
  };
}

/** The step that refused says what the refusal says. */
function speakStep(step: StepRecord, came: SpokenTexts, said: SpokenTexts): StepRecord {
  const again = (text: string | undefined, name: SpokenText): string | undefined =>
    text !== undefined && text === came[name] ? said[name] : text;
  const note = again(step.note, 'sentence');
  const expected = again(step.expected, 'expected');
  const actual = again(step.actual, 'actual');
  return {
    ...step,
    ...(note === undefined ? {} : { note }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}
