/** Lists of a model whose members have a key in a repository. */
const LISTS = ['entities', 'fields', 'relations'];

/**
 * A model of a repository as a person would have designed it: the keys, which
 * survive renames, are given when the service is made.
 */
export function withoutKeys(value) {
  const members = Object.entries(value).map(([name, member]) => {
    if (LISTS.includes(name)) {
      return [name, member.map(({ key: _key, ...item }) => withoutKeys(item))];
    }
    return [name, name === 'items' ? withoutKeys(member) : member];
  });
  return Object.fromEntries(members);
}
