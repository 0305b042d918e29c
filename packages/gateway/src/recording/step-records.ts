import { type StepName, type StepRecord, stepNames } from '@signet/contracts';
import type { Denial } from '../denial.ts';
import type { NotNeeded, StepTrace, Trace } from '../trace.ts';
import { factsOf } from './step-facts.ts';

/** What each step told of itself, then the denial where there is one, then the steps that told nothing: these were not reached. */
export function stepRecords({ told }: Trace, denial: Denial | undefined, status: number): StepRecord[] {
  const records = told.flatMap((one) => (one.step === undefined ? skipped(one) : [taken(one, denial)]));
  if (denial !== undefined) addDenial(records, denial, status);
  const known = new Set<StepName>(records.map(({ step }) => step));
  for (const step of stepNames)
    if (!known.has(step) && !optional.has(step)) records.push({ step, outcome: 'not-reached' });
  return records;
}

/** Most routes have none of these: nobody is to read that they were not reached. */
const optional: ReadonlySet<StepName> = new Set<StepName>(['check-request', 'ask-webhook']);

function skipped({ steps, because }: NotNeeded): StepRecord[] {
  return steps.map((step) => ({ step, outcome: 'not-needed', facts: { because } }));
}

function taken(told: StepTrace, denial: Denial | undefined): StepRecord {
  const facts = factsOf(told);
  const note = told.step === 'forward' && 'attempt' in told ? told.failure?.details.note : undefined;
  return {
    step: told.step,
    outcome: outcomeOf(told, denial),
    ...(facts === undefined ? {} : { facts }),
    ...(note === undefined ? {} : { note }),
  };
}

function outcomeOf(told: StepTrace, denial: Denial | undefined): StepRecord['outcome'] {
  if (told.step === 'limit' && 'most' in told) return told.pages === undefined ? 'refused' : 'ok';
  if (told.step === 'limit') {
    const hasRoom = 'held' in told ? told.held : told.left !== undefined;
    return hasRoom ? 'ok' : 'refused';
  }
  if (told.step === 'ask-webhook') return told.verdict === 'allowed' ? 'ok' : 'failed';
  if (told.step === 'forward' && ('result' in told || 'asked' in told || 'toolServer' in told)) return 'ok';
  if (told.step === 'forward' && told.complete === true) return 'ok';
  if (told.step === 'forward') return told.failure === undefined && denial === undefined ? 'ok' : 'failed';
  return 'ok';
}

/** The step may have told of itself before: a body can turn out too large while it is being forwarded. */
function addDenial(records: StepRecord[], denial: Denial, status: number): void {
  const { step } = denial;
  const place = records.findLastIndex((record) => record.step === step);
  const facts = records[place]?.facts;
  const refused = { ...refusedStep(denial, status), ...(facts === undefined ? {} : { facts }) };
  if (place === -1) records.push(refused);
  else records[place] = refused;
}

function refusedStep({ step, refusal, details }: Denial, status: number): StepRecord {
  const { expected, actual } = refusal;
  return {
    step,
    outcome: status >= 500 || step === 'forward' ? 'failed' : 'refused',
    note: details.note ?? refusal.sentence,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}
