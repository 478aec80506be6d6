// The program `exchange`: the staged one when there is one, else what was compiled last.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '..', '..', '..');

const ending = process.platform === 'win32' ? '.exe' : '';
const home = mkdtempSync(path.join(tmpdir(), 'exchange-interop-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
// A signal ends a process without its exit handlers, unless somebody calls exit: no simulator must outlive its test.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
  process.on(signal, () => process.exit(1));
}

/** Starts `exchange` with these arguments; `simulator` is the address that its calls go to, `variables` come on top. */
export function start(args, simulator, variables = {}) {
  const [program, ...before] = command();
  return spawn(program, [...before, ...args], {
    env: { ...environment(simulator), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a cmdlet to its end: its objects, its errors (the JSON lines of standard error) and its exit code. */
export async function run(simulator, ...args) {
  return ended(start(args, simulator));
}

/** The same without a simulator, with environment variables of the test's own. */
export async function runWith(variables, ...args) {
  return ended(start(args, undefined, variables));
}

async function ended(child) {
  const [output, error, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise((done) => child.on('close', done)),
  ]);
  return { objects: jsonLines(output), errors: jsonLines(error).map((line) => line.error), code, text: error };
}

/** The objects that a cmdlet emits; throws when it fails. */
export async function objectsOf(simulator, ...args) {
  const { objects, code, text } = await run(simulator, ...args);
  if (code !== 0) {
    throw new Error(`exchange ${args.join(' ')} ended with ${code}: ${text}`);
  }
  return objects;
}

export function command() {
  const staged = path.join(repository, 'out', 'bin', `exchange${ending}`);
  if (existsSync(staged)) {
    return [staged];
  }
  const compiled = ['Release', 'Debug']
    .map((build) => path.join(repository, 'src', 'Exchange.Console', 'bin', build, 'net8.0', 'Exchange.Console.dll'))
    .find((file) => existsSync(file));
  if (compiled === undefined) {
    throw new Error('exchange was not built; run build.sh build');
  }
  return ['dotnet', compiled];
}

// The caller's accounts, endpoints and proxies must not reach a test.
export function environment(simulator) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(EXCHANGE|BITOPRO|OKX|CODEX)_|_proxy$/i.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C.UTF-8',
    EXCHANGE_HOME: home,
    ...(simulator === undefined ? {} : { EXCHANGE_SIMULATOR: simulator }),
  };
}

async function textOf(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonLines(text) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
