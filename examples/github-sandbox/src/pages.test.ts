import { rm } from 'node:fs/promises';
import {
  authenticated,
  commitFiles,
  git,
  newWorkingCopy,
} from './__testUtils__/git';
import {
  startTestSandbox,
  type TestSandbox,
} from './__testUtils__/startTestSandbox';

jest.setTimeout(60_000);

const SCRIPT_URL = ['javascript', 'alert(1)'].join(':');
const EVIL = '<img src=x onerror=alert(1)>';

describe('the pages', () => {
  let sandbox: TestSandbox;
  let copy: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    await sandbox.call('POST', '/orgs/acme/repos', {
      body: {
        name: 'shop',
        description: EVIL,
        homepage: SCRIPT_URL,
      },
    });
    copy = await newWorkingCopy({
      'README.md': `# Shop\n\n${EVIL}\n\n[bad](${SCRIPT_URL}) [good](docs/a.md)\n`,
      [`${EVIL}.txt`]: 'x',
      'src/app.ts': '/* a\n b */\nconst one = 1;\n',
      'page.html': '<script>alert(1)</script>',
      'logo.bin': '\0\x01\x02',
    });
    const push = (...refs: string[]) =>
      git(
        copy,
        'push',
        '--quiet',
        authenticated(sandbox, 'acme/shop'),
        ...refs,
      );
    await push('main');
    await git(copy, 'checkout', '--quiet', '-b', 'feature/evil');
    await commitFiles(
      copy,
      { 'src/app.ts': '/* a\n b */\nconst two = 2;\n' },
      EVIL,
    );
    await push('feature/evil');
    await sandbox.call('POST', '/repos/acme/shop/pulls', {
      body: {
        title: EVIL,
        body: `${EVIL}\n\n**bold**`,
        head: 'feature/evil',
        base: 'main',
      },
    });
  });
  afterAll(async () => {
    await sandbox.remove();
    await rm(copy, { recursive: true, force: true });
  });

  const get = async (path: string) => {
    const answer = await fetch(`${sandbox.url}${path}`, { redirect: 'manual' });
    return {
      status: answer.status,
      text: await answer.text(),
      headers: answer.headers,
    };
  };

  it.each([
    ['/', 'acme'],
    ['/?q=SHO', 'shop'],
    ['/acme', 'shop'],
    ['/acme/shop', 'README.md'],
    ['/acme/shop/tree/main/src', 'app.ts'],
    ['/acme/shop/tree/feature/evil/src', 'app.ts'],
    ['/acme/shop/blob/feature/evil/src/app.ts', 'two'],
    ['/acme/shop/edit/main/src/app.ts', 'one'],
    ['/acme/shop/blob/main/README.md', '<h1>Shop</h1>'],
    ['/acme/shop/blob/main/logo.bin', 'binary'],
    ['/acme/shop/blob/main/page.html', '&lt;'],
    ['/acme/shop/commits/feature/evil', 'First'],
    ['/acme/shop/commit/main', 'README.md'],
    ['/acme/shop/pulls', '#1'],
    ['/acme/shop/pull/1', 'Merge pull request'],
  ])('%s shows %s and runs nothing of the content', async (path, text) => {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(text);
    expect(page.text).not.toMatch(/<script|<img src=x|href="javascript:/i);
    expect(page.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('numbers the lines and closes marks that span lines', async () => {
    const { text } = await get('/acme/shop/blob/main/src/app.ts');
    expect(text).toMatch(/id="L3"/);
    expect(text).toContain('<span class="hljs-comment">/* a</span>');
    expect(text).toContain('<span class="hljs-comment"> b */</span>');
  });

  it('shows a difference with its sides', async () => {
    const { text } = await get('/acme/shop/pull/1');
    expect(text).toMatch(
      /<tr class="removed">[^]*const one = 1;[^]*<tr class="added">[^]*const two = 2;/,
    );
    expect((await get('/acme/shop/pull/1.diff')).text).toContain(
      '+const two = 2;',
    );
  });

  it('says what is not there', async () => {
    for (const path of [
      '/nobody',
      '/acme/none',
      '/acme/shop/blob/main/none',
      '/acme/shop/tree/none',
      '/acme/shop/pull/9',
      '/acme/shop/commit/zzz',
      '/acme/shop/odd',
      '/%E0%A4%A',
      '/acme/shop/constructor',
      '/acme/shop/blob/main/..%2f..%2fsandbox.json',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  it('sends bytes that cannot run, and asks for the token where it is private', async () => {
    for (const path of [
      '/acme/shop/raw/main/page.html',
      '/raw/acme/shop/main/page.html',
    ]) {
      const raw = await get(path);
      expect(raw.text).toBe('<script>alert(1)</script>');
      expect(raw.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(raw.headers.get('content-security-policy')).toContain('sandbox');
    }
    await sandbox.call('PATCH', '/repos/acme/shop', {
      body: { private: true },
    });
    expect((await get('/raw/acme/shop/main/page.html')).status).toBe(404);
    await sandbox.call('PATCH', '/repos/acme/shop', {
      body: { private: false },
    });
  });

  it('merges with the button, but not from another site or an older page', async () => {
    const press = (sha: string, headers = {}) =>
      fetch(`${sandbox.url}/acme/shop/pull/1/merge`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ method: 'squash', sha }),
        redirect: 'manual',
      });
    const pull = (await sandbox.call('GET', '/repos/acme/shop/pulls/1')).body;
    const foreign = await press(pull.head.sha, {
      'Sec-Fetch-Site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    expect((await press('0'.repeat(40))).status).toBe(409);
    expect((await press(pull.head.sha)).status).toBe(303);
    expect((await get('/acme/shop/pull/1')).text).toContain('Merged by');
    const file = await get('/raw/acme/shop/main/src/app.ts');
    expect(file.text).toContain('const two = 2;');
  });
});
