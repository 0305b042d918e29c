export { recordStoreContract } from './records.contract.ts';
