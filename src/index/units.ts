/** `10000` → `10 s`, `250` → `250 ms`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toFixed(1))} s`;
}

/** `67108864` → `64 MiB`, `1000` → `1000 bytes`. */
export function byteSize(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return mebibytes < 1 ? `${bytes} bytes` : `${Number(mebibytes.toFixed(1))} MiB`;
}
