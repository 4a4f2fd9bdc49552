'use strict';

module.exports = async () => {
  const { stopTestDatabase } =
    /** @type {{ stopTestDatabase: () => Promise<void> }} */ (
      /** @type {unknown} */ (globalThis)
    );
  await stopTestDatabase();
};
