export { describeKey } from './describe-key.ts';
export type { DescribedKey, DescribeKeyOptions, KeyDescription } from './described-key.ts';
