import {
  type CodeRefused,
  type CodeStack,
  codeSuggestion,
  type VerificationCode,
  writeVerificationCode,
} from '@signet/token/verification-code';
import { useMemo, useState } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import { type CodeEdits, type CodeForm, fillForm, requestOf } from './model/code-form.ts';

export interface CodeState {
  readonly stack: CodeStack;
  readonly setStack: (stack: CodeStack) => void;
  readonly form: CodeForm;
  readonly edit: (edits: CodeEdits) => void;
  /** The address of the keys was guessed, not entered. */
  readonly isGuessed: boolean;
  readonly answer: VerificationCode | CodeRefused;
}

const untouched: CodeEdits = {};

/** Code that verifies tokens like the inspected one. What the reader entered stays for tokens of the same kind. */
export function useCode({ dissection, encoding, evaluation }: DebuggerState): CodeState {
  const [stack, setStack] = useState<CodeStack>('node');
  const [edited, setEdited] = useState({ kind: '', edits: untouched });
  const { parsed } = dissection;
  const suggestion = useMemo(() => codeSuggestion(parsed), [parsed]);
  const kind = JSON.stringify(suggestion);
  const edits = edited.kind === kind ? edited.edits : untouched;
  const form = fillForm(suggestion, edits);
  return {
    stack,
    setStack,
    form,
    edit: (change) => setEdited({ kind, edits: { ...edits, ...change } }),
    isGuessed: form.source === 'jwks' && edits.url === undefined,
    answer: writeVerificationCode(requestOf(form, { stack, encoding, clockSkew: evaluation.skew })),
  };
}
