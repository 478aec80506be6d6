// A sign-in at the simulator, from the page to the store, with nobody at the browser.
import { spawn } from 'node:child_process';

import { command, environment } from './exchange.js';

/** Signs a profile in; `variables` are added to the cmdlets' environment. */
export async function signIn(simulator, profile, variables = {}) {
  const start = await exchange(simulator, variables, undefined, 'Start-CodexAuth', profile);
  const page = await fetch(`${start.loginUrl}&decision=approve`, { redirect: 'manual' });
  return exchange(simulator, variables, page.headers.get('location'), 'Complete-CodexAuth', profile, '-');
}

async function exchange(simulator, variables, input, ...args) {
  const [program, ...before] = command();
  const child = spawn(program, [...before, ...args], {
    env: { ...environment(simulator.address), ...variables },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(input === undefined ? '' : `${JSON.stringify(input)}\n`);
  const chunks = [];
  for await (const chunk of child.stdout) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
