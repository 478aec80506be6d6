// The vendor's own signing function, taken from its published program, inside the steps that stand around it there: the time, the
// prehash, the HMAC, and the five headers that are added to a private request.
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import { measure } from './measure.js';

const rounds = Number(process.argv[2] ?? 15);
const require = createRequire(import.meta.url);
const { version } = require('@okx_ai/okx-trade-cli/package.json');
const source = readFileSync(require.resolve('@okx_ai/okx-trade-cli'), 'utf8');
const signing = /function signOkxPayload\([^)]*\) \{[\s\S]*?\n\}/.exec(source)?.[0];
const now = /function getNow\(\) \{[\s\S]*?\n\}/.exec(source)?.[0] ?? 'function getNow() { return new Date().toISOString(); }';
if (signing === undefined) {
  throw new Error('the signing function is no longer where it was');
}
const { signOkxPayload, getNow } = new Function('createHmac', `${signing}\n${now}\nreturn { signOkxPayload, getNow };`)(createHmac);
const secret = '9D1C0F2B7E4A4C6FA3B85D6E7F809A1B';
const body = '{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"60000.5","sz":"0.001"}';

await measure('sign one OKX request (CPU)', `okx-trade-cli ${version}`, rounds, () => {
  const timestamp = getNow();
  const headers = new Headers();
  headers.set('User-Agent', `okx-trade-cli/${version}`);
  headers.set('OK-ACCESS-KEY', '3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d');
  headers.set('OK-ACCESS-SIGN', signOkxPayload(`${timestamp}POST/api/v5/trade/order${body}`, secret));
  headers.set('OK-ACCESS-TIMESTAMP', timestamp);
  headers.set('OK-ACCESS-PASSPHRASE', 'passphrase');
  return headers;
});
