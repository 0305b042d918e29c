/** Where the lines of the access log go. Must not block and must not throw; drops are its own to count. */
export interface AccessLog {
  /** @param to as it is configured: `stdout`, or a path */
  write(to: string, line: string): void;
}
