import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type { PreviewApi } from './previewApi';

/** The client, loaded with the first preview: most pages of a portal show none. */
export function lazyPreviewApi(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): PreviewApi {
  return {
    preview: async (request, options) => {
      const { PreviewClient } = await import('./PreviewClient');
      return await new PreviewClient(apis).preview(request, options);
    },
  };
}
