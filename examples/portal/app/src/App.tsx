import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './modules/nav';

/**
 * The plugins of this portal are those in package.json: `app.packages: all` in
 * app-config.yaml finds them. The catalog is named because App.test runs
 * without that discovery and needs a page to land on.
 */
export default createApp({
  features: [catalogPlugin, navModule],
});
