import { spawnSync } from 'node:child_process';

/**
 * Parses both files with Python itself, takes the import and the registration
 * of `name` out of the second and compares the trees.
 */
const COMPARE = `
import ast, json, sys

before, after, name = json.load(sys.stdin)
# As bytes, for Python to read marks and line ends as it does in a file.
before, after = before.encode(), after.encode()

class Without(ast.NodeTransformer):
    def visit_ImportFrom(self, node):
        return None if [it.name for it in node.names] == [name] else node

    def visit_Expr(self, node):
        call = node.value
        return (
            None
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "register_blueprint"
            and isinstance(call.args[0], ast.Name)
            and call.args[0].id == name
            else node
        )

dump = lambda tree: ast.dump(tree)
added = dump(ast.parse(after)) != dump(ast.parse(before))
same = dump(Without().visit(ast.parse(after))) == dump(ast.parse(before))
print(json.dumps([added, same]))
`;

/** Python 3 is on this machine. */
export const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;

/** What Python says of an edit: something was added, and without it the file is as before. */
export function compareAsts(
  before: string,
  after: string,
  name: string,
): { added: boolean; same: boolean } {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', COMPARE], {
    input: JSON.stringify([before, after, name]),
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const [added, same] = JSON.parse(stdout);
  return { added, same };
}
