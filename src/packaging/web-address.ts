/** The authority of a URL: user, host and port. */
const authority = /^(?:[^\s@]*@)?(?:\[[0-9a-f:.]+\]|[^\s"<>@[\]\\^`{|}:]*)(?::\d*)?$/i;

/**
 * Whether PyPI takes a text as the URL of a page: http or https, with a host that is one. What it makes of the rest is
 * always right, because it encodes it first.
 * @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/utils/http.py `is_valid_uri`
 */
export function isWebAddress(text: string): boolean {
  const [, host = ''] = /^https?:(?:\/\/([^/?#]*))?/i.exec(text) ?? [undefined, ' '];
  return authority.test(host);
}
