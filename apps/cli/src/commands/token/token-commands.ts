import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../program.ts';

export function addTokenCommands(_program: Command, _context: Context, _report: Report): void {}
