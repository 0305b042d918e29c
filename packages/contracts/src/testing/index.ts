export { aRecord, aRevocation, noon } from './example-events.ts';
export { ManualClocks } from './manual-clocks.ts';
export { type Open, type Opened, openedPlain } from './opened.ts';
