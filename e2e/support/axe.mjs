import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/**
 * What axe calls serious or critical about a part of the page: rule, place, and
 * what to do. The rest of the portal is not ours.
 *
 * @param {import('playwright-core').Locator} part
 * @returns {Promise<string[]>}
 */
export async function seriousProblems(part) {
  const script = await readFile(SCRIPT, 'utf8');
  await part.page().evaluate(script);
  return part.evaluate(async element => {
    const { violations } = await window.axe.run(element, {
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) =>
            `${id} at ${target.join(' ')}: ${failureSummary}`,
        ),
      );
  });
}
