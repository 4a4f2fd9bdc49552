'use strict';

const { execFile, spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const { promisify } = require('node:util');
const { connection, ping } = require('../../src/database/connection');
const { start } = require('../../src/server');

const SERVER = path.join(__dirname, '../../src/server.js');

describe('server', () => {
  it('listens, and lets go of everything when it stops', async () => {
    const { server, stop } = await start({ port: 0 });
    const { port } = /** @type {import('node:net').AddressInfo} */ (
      server.address()
    );
    await connection.asPromise();
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(answer.status).toBe(200);
    await stop();
    expect(server.listening).toBe(false);
    await expect(ping()).rejects.toThrow();
  });

  it('stops on SIGTERM', async () => {
    const child = spawn(process.execPath, [SERVER], {
      env: { ...process.env, PORT: '0', LOG_LEVEL: 'info' },
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('does not start with a wrong setting, and names it', async () => {
    const env = { ...process.env, PORT: 'eighty' };
    await expect(
      promisify(execFile)(process.execPath, [SERVER], { env }),
    ).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('PORT'),
    });
  });
});
