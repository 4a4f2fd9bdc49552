// Makes openapi/github.json: of GitHub's own OpenAPI description, the
// operations that the sandbox serves, with the schemas of their answers.
// The whole description has 400 MB in its package, too much for a dependency.
//
//   npm pack @octokit/openapi, unpack it, then:
//   node openapi/extract.mjs <package>/generated/api.github.com.json <routes.json>
//   npx prettier --write openapi/github.json
//
// routes.json is a list of [method, template], one for each route of
// src/api/routes.ts.
import { readFileSync, writeFileSync } from 'node:fs';

const [descriptionFile, routesFile] = process.argv.slice(2);
const description = JSON.parse(readFileSync(descriptionFile, 'utf8'));
const routes = JSON.parse(readFileSync(routesFile, 'utf8'));
const NOT_NEEDED = [
  'description',
  'example',
  'examples',
  'summary',
  'externalDocs',
];
const kept = {};

function follow(reference) {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key], description);
}

function strip(node, insideProperties = false) {
  if (Array.isArray(node)) {
    return node.map(item => strip(item));
  }
  if (!node || typeof node !== 'object') {
    return node;
  }
  if (typeof node.$ref === 'string') {
    const name = node.$ref.split('/').pop();
    if (node.$ref.startsWith('#/components/schemas/') && !(name in kept)) {
      kept[name] = undefined;
      kept[name] = strip(follow(node.$ref));
    }
    return { $ref: node.$ref };
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(
        ([key]) =>
          insideProperties ||
          !(NOT_NEEDED.includes(key) || key.startsWith('x-')),
      )
      .map(([key, value]) => [
        key,
        strip(value, key === 'properties' && !insideProperties),
      ]),
  );
}

const paths = {};
for (const [method, template] of routes) {
  const operation = description.paths[template]?.[method.toLowerCase()];
  if (!operation) {
    throw new Error(`GitHub has no ${method} ${template}`);
  }
  const responses = Object.entries(operation.responses).map(
    ([status, answer]) => {
      const resolved = answer.$ref ? follow(answer.$ref) : answer;
      const content = resolved.content ?? {};
      const json = Object.entries(content).find(([type]) => /json/.test(type));
      // The contents route describes its kinds under a media type of its own.
      const best =
        Object.entries(content).find(([type]) => type === 'application/json') ??
        json;
      return [
        status,
        best?.[1].schema ? { schema: strip(best[1].schema) } : {},
      ];
    },
  );
  paths[template] = {
    ...paths[template],
    [method.toLowerCase()]: Object.fromEntries(responses),
  };
}

const sorted = object =>
  Object.fromEntries(
    Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
writeFileSync(
  new URL('./github.json', import.meta.url),
  `${JSON.stringify(
    {
      source: `@octokit/openapi ${description.info.version}, api.github.com (MIT)`,
      paths: sorted(paths),
      schemas: sorted(kept),
    },
    undefined,
    1,
  )}\n`,
);
