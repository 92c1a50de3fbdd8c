import { createServer, isIPv6 } from 'node:net';
import { Problem } from './problem.mjs';

/**
 * HOST and PORT, checked. Unset and empty mean 127.0.0.1 and 3000; port 0 means any free port.
 * @param {Record<string, string | undefined>} env
 * @returns {{ host: string, port: number }}
 * @throws {Problem} naming the variable and what would do.
 */
export function readAddress(env) {
  const host = env.HOST || '127.0.0.1';
  const port = env.PORT || '3000';
  if (!/^[\w.:-]+$/.test(host)) {
    throw new Problem(
      `HOST is ${JSON.stringify(host)}, which is not a host; set it to a name or an address such as 127.0.0.1 or 0.0.0.0.`,
    );
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Problem(
      `PORT is ${JSON.stringify(port)}, which is not a port; set it to a number from 0 to 65535.`,
    );
  }
  return { host, port: Number(port) };
}

/**
 * Opens the address for a moment and gives it back: a busy port is found before the long work, and
 * port 0 becomes the free one that the system picked.
 * @returns {Promise<{ host: string, port: number }>}
 * @throws {Problem} where the address cannot be listened on.
 */
export function claimAddress({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Problem(cannotListen(error, host, port))));
    probe.listen({ host, port, exclusive: true }, () => {
      const claimed = probe.address().port;
      probe.close(() => resolve({ host, port: claimed }));
    });
  });
}

/** The address as a browser takes it. A host that means "every interface" is kept as it was given. */
export function urlOf({ host, port }) {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** Where this machine reaches the address: "every interface" is no destination. */
export function localUrlOf({ host, port }) {
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return urlOf({ host: local, port });
}

function cannotListen(error, host, port) {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use; stop the program that has it, or choose another with PORT=${port === 65_535 ? 3000 : port + 1} npm start.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user; choose one above 1023 with PORT.`;
    default:
      return `${host} is not an address of this machine (${error.code}); set HOST to 127.0.0.1, or to 0.0.0.0 for every interface.`;
  }
}
