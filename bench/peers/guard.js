// The public hook decides about the same requests. Its handler is not part of this project: BENCH_HOOK names its handler.ts.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { transformSync } from 'esbuild';
import { writeFileSync } from 'node:fs';

import { measure } from './measure.js';

const rounds = Number(process.argv[2] ?? 15);
const source = process.env.BENCH_HOOK;
const folder = mkdtempSync(path.join(tmpdir(), 'exchange-bench-hook-'));
try {
  process.env.BITOPRO_GUARD_RULES_DIR = path.dirname(source);
  process.env.BITOPRO_GUARD_AUDIT_LOG = path.join(folder, 'audit.log');
  const compiled = path.join(folder, 'handler.mjs');
  writeFileSync(compiled, transformSync(readFileSync(source, 'utf8'), { loader: 'ts', format: 'esm' }).code);
  const hook = await import(pathToFileURL(compiled).href);
  const rules = await hook.loadRules();
  const requests = readFileSync(process.env.EXCHANGE_BENCH_GUARD, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  await measure('guard decision', "the public hook's classify", rounds, (n) => {
    const { text, session, pendingStep } = requests[n % requests.length];
    return hook.classify(text, rules, session ?? null, pendingStep ?? null, { action: 'preprocessed', context: {} });
  });
  await measure('guard decision and its line of audit', "the public hook's handler", rounds, (n) => {
    const { text, session, pendingStep } = requests[n % requests.length];
    return hook.default({
      type: 'message',
      action: 'preprocessed',
      context: { bodyForAgent: text, strategySession: session, pendingStep },
      messages: [],
    });
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
