import { tokenVerifier } from './__testUtils__/authenticate';
import {
  conformanceOf,
  differences,
  failedTitles,
  JWT,
  NONE,
} from './__testUtils__/fixtures';
import { documentOf, LIBRARY, modelFrom, NOTES } from './__testUtils__/models';
import { modelsOf, servedFaults } from './__testUtils__/servedModels';

describe('a service of another model', () => {
  it.each(servedFaults.map(fault => [fault.name, fault] as const))(
    'is found where %s',
    async (_name, fault) => {
      const report = await conformanceOf({
        ...modelsOf(fault),
        authenticate: fault.text === NOTES ? tokenVerifier(JWT) : undefined,
        only: fault.only.split(','),
      });
      expect(differences(report, fault.fails)).toEqual(NONE);
    },
    120_000,
  );
});

describe('tokens that are not verified', () => {
  const model = modelFrom(NOTES);
  const claimsOf = (authorization: string | undefined) =>
    JSON.parse(
      Buffer.from(authorization?.split('.')[1] ?? '', 'base64url').toString() ||
        '{}',
    ) as {
      sub?: string;
      role?: string;
      iss?: string;
      aud?: string;
      exp?: number;
    };

  it('are found where signatures are not looked at', async () => {
    const report = await conformanceOf({
      model,
      only: ['auth'],
      authenticate: authorization => {
        const { sub, role, exp } = claimsOf(authorization);
        return sub && Number(exp) > Date.now() / 1000
          ? { subject: sub, admin: role === 'admin' }
          : undefined;
      },
    });
    expect(
      differences(report, [
        'a token with a changed payload',
        'a token without its signature',
        'a token of another secret',
        'a token of another issuer',
        'a token for another audience',
        'a token of another algorithm',
        'a token of the algorithm none',
        'a token that is not valid yet',
      ]),
    ).toEqual(NONE);
  });

  it.each([
    ['issuer', 'a token of another issuer'],
    ['audience', 'a token for another audience'],
  ])('are found where the %s is not looked at', async (name, failing) => {
    const report = await conformanceOf({
      model,
      only: ['auth'],
      authenticate: authorization => {
        const { iss, aud } = claimsOf(authorization);
        const found = { issuer: String(iss), audience: String(aud) };
        return tokenVerifier({
          ...JWT,
          [name]: found[name as 'issuer' | 'audience'],
        })(authorization);
      },
    });
    expect(differences(report, [failing])).toEqual(NONE);
  });

  it('are found where everybody is an admin', async () => {
    const verify = tokenVerifier(JWT);
    const report = await conformanceOf({
      model,
      only: ['ownership'],
      authenticate: authorization => {
        const caller = verify(authorization);
        return caller && { ...caller, admin: true };
      },
    });
    expect(report.failed).toBeGreaterThanOrEqual(4);
  });
});

describe('a description that is not the service', () => {
  const model = modelFrom(LIBRARY);
  const changed = (change: (text: string) => string) =>
    JSON.parse(change(JSON.stringify(documentOf(model))));

  it.each([
    [
      'a path is missing',
      (text: string) => text.replace('"/api/v1/genres":', '"/api/v1/others":'),
      'Genre',
    ],
    [
      'a status is missing',
      (text: string) => text.replace(/"412":/g, '"418":'),
      'describes each of its statuses',
    ],
    [
      'the version is 3.0',
      (text: string) =>
        text.replace(/"openapi":"3\.1\.\d"/, '"openapi":"3.0.3"'),
      'is OpenAPI 3.1',
    ],
    [
      'operation ids repeat',
      (text: string) =>
        text.replace(/"operationId":"[^"]*"/g, '"operationId":"same"'),
      'operation ids',
    ],
  ])('is found where %s', async (_name, change, part) => {
    const report = await conformanceOf({
      model,
      document: changed(change),
      only: ['openapi', 'service'],
    });
    expect(failedTitles(report).some(one => one.includes(part))).toBe(true);
  });

  it('is found where a schema refuses what the service answers', async () => {
    const report = await conformanceOf({
      model,
      document: changed(text =>
        text.replace(/"price":\{"type":"string"/g, '"price":{"type":"number"'),
      ),
      only: ['resources'],
    });
    expect(
      differences(report, ['every answer is one that /openapi.json describes']),
    ).toEqual(NONE);
  });
});
