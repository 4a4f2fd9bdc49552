import axe from 'axe-core';

/** Fails where axe finds something serious on the page. */
export async function expectAccessible() {
  const { violations } = await axe.run(document.body, {
    // Colours need a real browser, which the browser tests have; the page around is theirs as well.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes[0].html]),
  ).toEqual([]);
}
