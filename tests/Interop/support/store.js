// Writers of an auth-profiles.json: ours, in a process of its own, and ways in which other programs write it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { repository } from './exchange.js';

/** A folder of a test's own with a store in it. */
export function newStore() {
  const folder = mkdtempSync(path.join(tmpdir(), 'exchange-interop-codex-'));
  const store = path.join(folder, 'auth-profiles.json');
  writeFileSync(store, '{"version":1,"profiles":{}}\n', { mode: 0o600 });
  return { folder, store, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Our own writer: so many profiles, each in a locked write of its own. Resolves to its exit code. */
export function ourWriter(store, name, count) {
  const child = spawn(testProgram(), ['--errand', 'codex-write', store, name, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end('\n');
  child.stdout.resume();
  return new Promise((done) => child.on('close', done));
}

/** Our own writer, standing still while it holds the lock, right before its rename. `kill` ends it. */
export async function ourHolder(store) {
  const child = spawn(testProgram(), ['--errand', 'codex-stop-at', store, 'BeforeRename'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((ready) => child.stdout.once('data', ready));
  return {
    kill: () =>
      new Promise((done) => {
        child.on('close', done);
        child.kill('SIGKILL');
      }),
  };
}

/** What a writer does inside its lock. */
export function addProfile(store, id) {
  const content = JSON.parse(readFileSync(store, 'utf8'));
  content.profiles[id] = { type: 'oauth', provider: 'openai-codex', access: `access-${id}` };
  const temporary = `${store}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, store);
}

/** The ids in the store. */
export function profilesOf(store) {
  return Object.keys(JSON.parse(readFileSync(store, 'utf8')).profiles);
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// The test program is also the child process of the tests about other processes.
function testProgram() {
  const name = process.platform === 'win32' ? 'Exchange.Tests.exe' : 'Exchange.Tests';
  const found = ['Release', 'Debug']
    .map((build) => path.join(repository, 'tests', 'Exchange.Tests', 'bin', build, 'net8.0', name))
    .find((file) => existsSync(file));
  if (found === undefined) {
    throw new Error('Exchange.Tests was not built; run build.sh build');
  }
  return found;
}
