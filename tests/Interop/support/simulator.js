// Our simulator in a process of its own, and its control plane.
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { start } from './exchange.js';

/** The rehearsal account that every simulator has (src/Exchange.Simulator/SimulatorAccount.cs). */
export const account = {
  apiKey: 'simulator-key-0001-bitopro',
  secret: 'simulator-secret-0001-bitopro',
  address: '0x00000000000000000000000000000000000000aa',
};

/** Starts a simulator on a free port, its clock frozen unless told otherwise. Stop it in `after`. */
export async function startSimulator({ frozen = true, rateLimits = false } = {}) {
  const child = start(
    ['Start-ExchangeSimulator', '-Port', '0', '-Wait', ...(rateLimits ? [] : ['-NoRateLimit'])],
    undefined,
  );
  process.on('exit', () => child.kill('SIGKILL'));
  const simulator = new Simulator((await firstLine(child)).address, child);
  // From here on a test that forgets to stop it ends all the same, and takes it along.
  child.unref();
  child.stdout.unref();
  child.stderr.unref();
  if (frozen) {
    await simulator.tell('clock', { frozen: true });
  }
  return simulator;
}

class Simulator {
  constructor(address, child) {
    this.address = address;
    this.bitoPro = `${address}bitopro/v3`;
    this.child = child;
  }

  /** Posts to the control plane; its answer is the simulator's state. */
  async tell(what, body) {
    const reply = await fetch(`${this.address}_simulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
    if (!reply.ok) {
      throw new Error(`The control plane answered ${reply.status}: ${await reply.text()}`);
    }
    return reply.json();
  }

  /** Asks the control plane. */
  async ask(what) {
    return (await fetch(`${this.address}_simulator/${what}`)).json();
  }

  /** Lets the venue's time pass, as `hh:mm:ss`. */
  advance(span) {
    return this.tell('clock', { advance: span });
  }

  /** Strikes the next request to a path below `/bitopro/v3` that starts like this, once. */
  strike(name, path, more = {}) {
    return this.tell('faults', { name, path: `/bitopro/v3${path}`, count: 1, ...more });
  }

  /** Waits until its process has ended, by itself or because somebody stopped it. */
  async ended() {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.ref();
      await once(this.child, 'exit');
    }
    return this.child.exitCode;
  }

  async stop() {
    await this.tell('stop', {}).catch(() => this.child.kill('SIGKILL'));
    await this.ended();
  }
}

async function firstLine(child) {
  const errors = [];
  child.stderr.on('data', (chunk) => errors.push(chunk));
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume();
    return JSON.parse(line);
  }
  throw new Error(`The simulator did not start: ${Buffer.concat(errors)}`);
}
