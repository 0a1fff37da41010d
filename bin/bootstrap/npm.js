// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The npm that started us, else the one on PATH (which then runs on the first Node of PATH).
 * @param {string} node the Node that npm is to run on
 */
export function npmOn(node) {
  const started = process.env.npm_execpath ?? '';
  return path.basename(started) === 'npm-cli.js' && existsSync(started)
    ? { program: node, args: [started] }
    : { program: 'npm', args: [] };
}
