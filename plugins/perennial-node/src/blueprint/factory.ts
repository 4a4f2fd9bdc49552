import type { Node } from 'web-tree-sitter';
import { descendantsOf, lineOf, statementsOf } from './python';
import { ImportedName } from './imports';
import { Undecidable } from './types';

/** A function whose body registers blueprints, and the variable that holds the application there. */
export interface Registrar {
  definition: Node;
  body: Node;
  app: string;
}

const REGISTER = 'register_blueprint';

/** `app.register_blueprint(…)`: the receiver and the call. */
export interface RegistrationCall {
  receiver: string;
  call: Node;
}

/** Every call that registers a blueprint below a node. */
export function registrationCalls(
  node: Node,
  options: { ownScope?: boolean } = {},
): RegistrationCall[] {
  return descendantsOf(node, ['call'], options).flatMap(call => {
    const callee = call.childForFieldName('function');
    return callee?.type === 'attribute' &&
      callee.childForFieldName('attribute')?.text === REGISTER
      ? [{ receiver: callee.childForFieldName('object')?.text ?? '', call }]
      : [];
  });
}

/** Finds the function that registers blueprints, the factory itself or a helper that it calls. */
export function findRegistrar(
  module: Node,
  name: string,
  imports: ImportedName[],
): Registrar {
  const functions = functionsOf(module);
  const definition = findFactory(module, functions, name, imports);
  const factory = toRegistrar(definition, module);
  const own = registrationCalls(factory.body, { ownScope: true });
  if (own.some(({ receiver }) => receiver === factory.app)) {
    return factory;
  }
  const helpers = helpersOf(factory, functions);
  if (helpers.length > 1) {
    const names = helpers.map(helper => `${nameOf(helper.definition)}()`);
    throw new Undecidable(
      `${nameOf(definition)}() registers blueprints by ${names.join(
        ' and ',
      )}, and which of them is meant cannot be told`,
    );
  }
  return helpers[0] ?? factory;
}

/** Functions outside of every other function and class. */
function functionsOf(module: Node): Node[] {
  return descendantsOf(module, ['function_definition'], { ownScope: true });
}

function nameOf(definition: Node): string {
  return definition.childForFieldName('name')?.text ?? '';
}

function findFactory(
  module: Node,
  functions: Node[],
  name: string,
  imports: ImportedName[],
): Node {
  const named = functions.filter(it => nameOf(it) === name);
  if (named.length === 1) {
    return named[0];
  }
  if (named.length > 1) {
    throw new Undecidable(
      `there are ${named.length} functions ${name}(), in the lines ${named
        .map(lineOf)
        .join(' and ')}`,
    );
  }
  const imported = imports.find(({ local }) => local === name);
  if (imported) {
    throw new Undecidable(
      `${name} is imported from ${imported.module}, so the application is made in another file`,
    );
  }
  const alias = aliasOf(module, name);
  if (alias && alias !== name) {
    return findFactory(module, functions, alias, imports);
  }
  const makers = functions.filter(it => flaskVariables(it, module).size > 0);
  if (makers.length === 1) {
    return makers[0];
  }
  throw new Undecidable(
    makers.length === 0
      ? `there is no function ${name}(), and no other that makes a Flask application`
      : `there is no function ${name}(), and ${makers
          .map(it => `${nameOf(it)}()`)
          .join(' and ')} both make a Flask application`,
  );
}

/** `create_app = make_app` at the top of the file. */
function aliasOf(module: Node, name: string): string | undefined {
  const assignment = descendantsOf(module, ['assignment'], { ownScope: true })
    .filter(it => it.childForFieldName('left')?.text === name)
    .pop();
  const right = assignment?.childForFieldName('right');
  return right?.type === 'identifier' ? right.text : undefined;
}

function toRegistrar(definition: Node, module: Node): Registrar {
  const body = definition.childForFieldName('body');
  if (!body) {
    throw new Undecidable(`${nameOf(definition)}() has no body`);
  }
  return { definition, body, app: appVariable(definition, body, module) };
}

function appVariable(definition: Node, body: Node, module: Node): string {
  const made = flaskVariables(definition, module);
  const returned = returnedVariables(body);
  const receivers = new Set(
    registrationCalls(body, { ownScope: true })
      .map(({ receiver }) => receiver)
      .filter(receiver => /^\w+$/.test(receiver)),
  );
  const both = (left: Set<string>, right: Set<string>) =>
    new Set([...left].filter(it => right.has(it)));
  // The surest sign first; each decides only where it names one variable.
  const signs = [
    made,
    both(made, returned),
    both(receivers, returned),
    both(receivers, parametersOf(definition)),
    receivers,
    returned,
  ];
  const [app] = [...(signs.find(sign => sign.size === 1) ?? [])];
  if (app === undefined) {
    throw new Undecidable(
      `which variable of ${nameOf(
        definition,
      )}() holds the application cannot be told`,
    );
  }
  return app;
}

/** Variables that a function assigns a new `Flask` to, or a class of the file that is one. */
function flaskVariables(definition: Node, module: Node): Set<string> {
  const body = definition.childForFieldName('body');
  const classes = ['Flask', ...subclassesOfFlask(module)];
  const assignments = body
    ? descendantsOf(body, ['assignment', 'named_expression'], {
        ownScope: true,
      })
    : [];
  return new Set(
    assignments.flatMap(assignment => {
      const target =
        assignment.childForFieldName('left') ??
        assignment.childForFieldName('name');
      const value =
        assignment.childForFieldName('right') ??
        assignment.childForFieldName('value');
      const callee = value?.childForFieldName('function');
      const made = callee?.childForFieldName('attribute') ?? callee;
      return target?.type === 'identifier' &&
        value?.type === 'call' &&
        made &&
        classes.includes(made.text)
        ? [target.text]
        : [];
    }),
  );
}

function subclassesOfFlask(module: Node): string[] {
  return descendantsOf(module, ['class_definition'], { ownScope: true })
    .filter(it =>
      /\bFlask\b/.test(it.childForFieldName('superclasses')?.text ?? ''),
    )
    .map(nameOf);
}

function returnedVariables(body: Node): Set<string> {
  return new Set(
    descendantsOf(body, ['return_statement'], { ownScope: true })
      .map(statement => statement.namedChildren[0])
      .filter(value => value?.type === 'identifier')
      .map(value => value?.text ?? ''),
  );
}

function parametersOf(definition: Node): Set<string> {
  return new Set(parameterNames(definition));
}

function parameterNames(definition: Node): string[] {
  const parameters = definition.childForFieldName('parameters');
  return statementsOf(parameters ?? definition).flatMap(parameter => {
    const name =
      parameter.type === 'identifier'
        ? parameter
        : parameter.childForFieldName('name') ?? parameter.namedChildren[0];
    return name?.type === 'identifier' ? [name.text] : [];
  });
}

/** Functions that the factory hands the application to, and that register blueprints in it. */
function helpersOf(factory: Registrar, functions: Node[]): Registrar[] {
  const calls = descendantsOf(factory.body, ['call'], { ownScope: true });
  const helpers = calls.flatMap(call => {
    const definition = functions.find(
      it => nameOf(it) === call.childForFieldName('function')?.text,
    );
    const body = definition?.childForFieldName('body');
    const parameter = definition && parameterFor(call, definition, factory.app);
    if (!definition || !body || parameter === undefined) {
      return [];
    }
    const registers = registrationCalls(body, { ownScope: true }).some(
      ({ receiver }) => receiver === parameter,
    );
    return registers ? [{ definition, body, app: parameter }] : [];
  });
  return helpers.filter(
    (helper, index) =>
      helpers.findIndex(it => it.definition.id === helper.definition.id) ===
      index,
  );
}

/** The parameter that receives the variable in a call. */
function parameterFor(
  call: Node,
  definition: Node,
  variable: string,
): string | undefined {
  const passed = statementsOf(
    call.childForFieldName('arguments') ?? call,
  ).findIndex(argument => argument.text === variable);
  if (passed >= 0) {
    return parameterNames(definition)[passed];
  }
  const keyword = descendantsOf(call, ['keyword_argument']).find(
    it => it.childForFieldName('value')?.text === variable,
  );
  return keyword?.childForFieldName('name')?.text;
}
