export { configurationHistoryContract } from './configuration-history.contract.ts';
export { aKeptCall, keptCallStoreContract } from './kept-calls.contract.ts';
export { modelProviderStoreContract } from './model-providers.contract.ts';
export { promptStoreContract } from './prompt-store.contract.ts';
export { reachBoardContract } from './reach-board.contract.ts';
export { recordStoreContract } from './records.contract.ts';
