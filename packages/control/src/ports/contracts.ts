export { reachBoardContract } from './reach-board.contract.ts';
export { recordStoreContract } from './records.contract.ts';
