export { holdToTable } from './hold-to-table.ts';
