export { Children, type Command, hasEnded, type Started } from './children.ts';
export { untilPrinted } from './until-printed.ts';
