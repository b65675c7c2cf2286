/** The kinds of page that the overlay knows. */
export type PageKind = 'product-list';

const PATHS: Record<PageKind, RegExp> = {
  'product-list': /^\/(?:m_apps|apps|ait)\/productManage\/list-manage\/?$/,
};

/**
 * The kind of page at an address. Only the path is looked at: a login page carries the address of the page
 * it will return to in its query.
 */
export function pageKindOf(url: URL): PageKind | undefined {
  const found = Object.entries(PATHS).find(([, path]) => path.test(url.pathname));
  return found?.[0] as PageKind | undefined;
}

/** The shape of a `channelId`. */
export const CHANNEL_ID = /^\d{1,20}$/;

/** The store that an address names (`channelId`), where it names one. */
export function channelOf(url: URL): string | undefined {
  const channelId = url.searchParams.get('channelId') ?? '';
  return CHANNEL_ID.test(channelId) ? channelId : undefined;
}
