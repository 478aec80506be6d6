// The client's half of the agentic wallet, by OpenSSL: X25519, HMAC, AES-GCM and Ed25519 as Node has them.
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  sign,
} from 'node:crypto';

const kem = Buffer.concat([Buffer.from('KEM'), Buffer.from('0020', 'hex')]);
const suite = Buffer.concat([Buffer.from('HPKE'), Buffer.from('002000010002', 'hex')]);

/** A key pair for one sign-in: its public key as the wallet's address wants it, and how to open what is sealed. */
export function temporaryKey() {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = rawOf(publicKey);
  return { text: raw.toString('base64'), open: (sealed) => open(privateKey, raw, Buffer.from(sealed, 'base64')) };
}

/** Signs text with a session's seed. */
export function signText(seed, text) {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'), key).toString('base64');
}

// RFC 9180 in mode Base: strategy.md 7.8 names the suite and the info.
function open(privateKey, recipient, blob) {
  const [encapsulated, sealed, tag] = [blob.subarray(0, 32), blob.subarray(32, -16), blob.subarray(-16)];
  const sender = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), encapsulated]),
    format: 'der',
    type: 'spki',
  });
  const agreed = diffieHellman({ privateKey, publicKey: sender });
  const shared = expand(
    kem,
    extract(kem, '', 'eae_prk', agreed),
    'shared_secret',
    Buffer.concat([encapsulated, recipient]),
    32,
  );
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(suite, '', 'psk_id_hash', ''),
    extract(suite, '', 'info_hash', 'okx-tee-sign'),
  ]);
  const secret = extract(suite, shared, 'secret', '');
  const cipher = createDecipheriv(
    'aes-256-gcm',
    expand(suite, secret, 'key', context, 32),
    expand(suite, secret, 'base_nonce', context, 12),
  );
  cipher.setAuthTag(tag);
  return Buffer.concat([cipher.update(sealed), cipher.final()]);
}

function extract(of, salt, label, material) {
  const key = salt.length === 0 ? Buffer.alloc(32) : salt;
  return createHmac('sha256', key).update(labelled(of, label, material)).digest();
}

// HKDF-Expand alone: one block is enough for 32 bytes.
function expand(of, key, label, info, length) {
  const head = Buffer.from([length >> 8, length & 255]);
  const block = createHmac('sha256', key).update(Buffer.concat([head, labelled(of, label, info), Buffer.from([1])]));
  return block.digest().subarray(0, length);
}

function labelled(of, label, rest) {
  return Buffer.concat([Buffer.from('HPKE-v1'), of, Buffer.from(label), Buffer.from(rest)]);
}

function rawOf(publicKey) {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
}
