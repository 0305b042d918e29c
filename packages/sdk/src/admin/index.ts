export { createOperatorCredential } from './operator-credential.ts';
