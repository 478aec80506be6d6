// The part of a device sign-in that a program does (okx-account.md 5.1).
const agent = { 'user-agent': 'exchange-interop/1' };

/** Registers a program and asks for a device code; `poll` asks for its tokens. */
export async function startDevice(simulator, name = 'Exchange for PowerShell') {
  const base = `${simulator.address}okx`;
  const auth = `${base}/api/v5/mcp/auth`;
  const resource = `${base}/api/v1/mcp`;
  const { client_id } = await answered(
    fetch(`${auth}/register`, {
      method: 'POST',
      headers: { ...agent, 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: name, redirect_uris: ['http://127.0.0.1/cb'] }),
    }),
  );
  const scope = 'live:read live:trade demo:read';
  const device = await answered(post(`${auth}/device/authorize`, { client_id, scope, resource }));
  return {
    ...device,
    poll: async () =>
      (
        await post(`${auth}/token`, {
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          device_code: device.device_code,
          client_id,
          resource,
        })
      ).json(),
  };
}

/** Asks for the balance with an access token; the answer's code. */
export async function balanceCode(simulator, token) {
  const reply = await fetch(`${simulator.address}okx/api/v5/account/balance`, {
    headers: { ...agent, authorization: `Bearer ${token}` },
  });
  return (await reply.json()).code;
}

function post(url, fields) {
  return fetch(url, { method: 'POST', headers: agent, body: new URLSearchParams(fields) });
}

async function answered(asked) {
  const reply = await asked;
  if (!reply.ok) {
    throw new Error(`${reply.status}: ${await reply.text()}`);
  }
  return reply.json();
}
