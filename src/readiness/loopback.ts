/**
 * Does a URL lead to this very machine? Names below `localhost` do not count: where the resolver does not know them, it
 * asks the network.
 */
export const isLoopback = (url: string): boolean => {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
};
