export { ManualClocks } from './manual-clocks.ts';
