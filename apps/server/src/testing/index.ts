/** For the tests of the rooms above: a Signet in their process, and what one leaves in its data folder. */
export { type RunningServer, writeRunningFile } from '../startup/running-file.ts';
export { startSignet, type TestSignet } from './running-signet.ts';
