// OKX's own command line, `okx`, in a home of the test's own. It has just looked for updates of itself, as it thinks; where it would
// look again, the loopback guard ends it.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { repository, runWith } from './exchange.js';

export const cli = path.join(repository, 'tests', 'Interop', 'node_modules', '@okx_ai', 'okx-trade-cli');

/** A home folder with a configuration that both programs share. */
export class Home {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'exchange-okx-'));
    this.file = path.join(this.folder, '.okx', 'config.toml');
    mkdirSync(path.dirname(this.file));
    const { name, version } = JSON.parse(readFileSync(path.join(cli, 'package.json'), 'utf8'));
    const looked = JSON.stringify({ [name]: { latestVersion: version, checkedAt: Date.now() } });
    writeFileSync(path.join(path.dirname(this.file), 'update-check.json'), looked);
  }

  get text() {
    return readFileSync(this.file, 'utf8');
  }

  write(text) {
    writeFileSync(this.file, text, { mode: 0o600 });
  }

  /** Runs `okx` to its end; throws when it fails. */
  okx(...args) {
    const end = spawnSync(process.execPath, this.#words(args), this.#options());
    if (end.status !== 0) {
      throw new Error(`okx ${args[0]} ${args[1]} ended with ${end.status}: ${end.stderr}`);
    }
    return end.stdout;
  }

  /** The same while this process goes on, for a recorder in it; throws with what `okx` said. */
  async okxAsync(...args) {
    return (await promisify(execFile)(process.execPath, this.#words(args), this.#options())).stdout;
  }

  /** What `okx config show --json` says: whole, also the secrets. */
  shown() {
    return JSON.parse(this.okx('config', 'show', '--json'));
  }

  /** Runs a cmdlet of ours on the same file; throws when it fails. */
  async exchange(variables, ...args) {
    const end = await runWith({ HOME: this.folder, ...variables }, ...args);
    if (end.code !== 0) {
      throw new Error(`exchange ${args[0]} ended with ${end.code}: ${end.text}`);
    }
    return end;
  }

  #words(args) {
    const guard = pathToFileURL(path.join(import.meta.dirname, 'loopback.js')).href;
    return ['--import', guard, path.join(cli, 'dist', 'index.js'), ...args];
  }

  #options() {
    const kept = Object.entries(process.env).filter(([name]) => !/^(OKX)_|_proxy$|^NODE_OPTIONS$/i.test(name));
    return {
      env: { ...Object.fromEntries(kept), HOME: this.folder, USERPROFILE: this.folder },
      encoding: 'utf8',
      timeout: 60_000,
    };
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
