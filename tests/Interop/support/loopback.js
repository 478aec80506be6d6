// Nothing in this tier may talk to another machine: a socket to anywhere but 127.0.0.1 is destroyed before it opens,
// whoever asks for it (fetch, undici, http, https, ws), and before a name is looked up.
import net from 'node:net';

const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...args) {
  const host = hostOf(Array.isArray(args[0]) ? args[0] : args);
  if (host === '127.0.0.1') {
    return connect.apply(this, args);
  }
  process.nextTick(() => this.destroy(new Error(`A test may call 127.0.0.1 only, not ${host}`)));
  return this;
};

function hostOf([first, second]) {
  if (typeof first === 'object' && first !== null) {
    return first.host ?? first.path ?? 'localhost';
  }
  return typeof second === 'string' ? second : 'localhost';
}
