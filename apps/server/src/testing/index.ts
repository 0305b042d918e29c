/** For the tests of the rooms above: what a running Signet leaves in its data folder. */
export { type RunningServer, writeRunningFile } from '../startup/running-file.ts';
