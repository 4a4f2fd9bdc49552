const LENGTH = 200;

/**
 * Where two JSON values differ, as pointers with both sides; the order of an
 * object's members is none of its content.
 *
 * @param {unknown} left
 * @param {unknown} right
 * @param {(left: unknown, right: unknown, pointer: string) => boolean} [mayDiffer] whether two values in one place count as equal
 * @returns {{ pointer: string, left: string, right: string }[]}
 */
export function jsonDifferences(
  left,
  right,
  mayDiffer = () => false,
  pointer = '',
) {
  if (mayDiffer(left, right, pointer)) {
    return [];
  }
  if (isContainer(left) && isContainer(right) && sameKind(left, right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].flatMap(name =>
      jsonDifferences(
        Object.hasOwn(left, name) ? left[name] : undefined,
        Object.hasOwn(right, name) ? right[name] : undefined,
        mayDiffer,
        `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      ),
    );
  }
  return left === right
    ? []
    : [{ pointer: pointer || '/', left: show(left), right: show(right) }];
}

const isContainer = value => typeof value === 'object' && value !== null;

const sameKind = (left, right) => Array.isArray(left) === Array.isArray(right);

function show(value) {
  if (value === undefined) {
    return '(nothing)';
  }
  const text = JSON.stringify(value);
  return text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
}
