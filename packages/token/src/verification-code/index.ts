export type {
  CodeKeySource,
  CodeProof,
  CodeRefusalCode,
  CodeRefused,
  CodeRequest,
  CodeStack,
  VerificationCode,
} from './code-request.ts';
export { codeSuggestion } from './code-suggestion.ts';
export type { CodeStackTraits } from './stacks.ts';
export { codeStacks } from './stacks.ts';
export { writeVerificationCode } from './write-verification-code.ts';
