export { describeKeys } from './describe-keys.ts';
export { lint } from './lint.ts';
